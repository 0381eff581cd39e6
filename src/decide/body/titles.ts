import { type Words, words } from '../../i18n/words.ts';
import type { Desk } from '../../model/desk/desk.ts';
import type { Words as Title } from '../../model/desk/text.ts';

/** What of a desk a text for its people is told with. */
export type Told = Pick<Desk, 'settings' | 'sources' | 'topics' | 'audiences' | 'picks'>;

/** The desk's first language, and what its files are called in it; a file that is gone is called by its name. */
export interface Titles {
  speech: Words;
  /** that days are told in */
  zone: string;
  source(name: string): string;
  topic(name: string): string;
  audience(name: string): string;
  pick(name: string): string;
}

export function titlesOf({ settings, sources, topics, audiences, picks }: Told): Titles {
  const lang = settings.languages[0] ?? 'en';
  const speech = words(lang, settings.timeZone);
  const inOurs = (title: Title) => title[lang] ?? title.es ?? title.en;
  return {
    speech,
    zone: settings.timeZone,
    source: naming(sources, ({ title }) => title),
    topic: naming(topics, ({ title }) => inOurs(title)),
    audience: naming(audiences, ({ title }) => title),
    pick: naming(picks, ({ title }) => title),
  };
}

function naming<T>(
  entries: readonly { name: string; data: T }[],
  titleOf: (data: T) => string | undefined,
): (name: string) => string {
  const titles = new Map(entries.map(({ name, data }) => [name, titleOf(data)]));
  return (name) => titles.get(name) ?? name;
}
