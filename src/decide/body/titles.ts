import { type Words, words } from '../../i18n/words.ts';
import type { Desk } from '../../model/desk/desk.ts';
import type { Words as Title } from '../../model/desk/text.ts';

/** The parts of a desk that have titles. */
export type TitledDesk = Pick<Desk, 'settings' | 'sources' | 'topics' | 'audiences' | 'picks'>;

/** The desk's first language, and the titles of its files in it. If a file is gone, its name stands for its title. */
export interface Titles {
  speech: Words;
  /** the time zone of days */
  zone: string;
  source(name: string): string;
  topic(name: string): string;
  audience(name: string): string;
  pick(name: string): string;
}

export function titlesOf({ settings, sources, topics, audiences, picks }: TitledDesk): Titles {
  const lang = settings.languages[0] ?? 'en';
  const speech = words(lang, settings.timeZone);
  const inDeskLanguage = (title: Title) => title[lang] ?? title.es ?? title.en;
  return {
    speech,
    zone: settings.timeZone,
    source: titlesByName(sources, ({ title }) => title),
    topic: titlesByName(topics, ({ title }) => inDeskLanguage(title)),
    audience: titlesByName(audiences, ({ title }) => title),
    pick: titlesByName(picks, ({ title }) => title),
  };
}

function titlesByName<T>(
  entries: readonly { name: string; data: T }[],
  titleOf: (data: T) => string | undefined,
): (name: string) => string {
  const titles = new Map(entries.map(({ name, data }) => [name, titleOf(data)]));
  return (name) => titles.get(name) ?? name;
}
