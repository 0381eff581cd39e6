import { ownWords } from '../markdown/ownWords.ts';
import type { Edition, EditionPick } from '../model/edition.ts';
import type { Link, PickCard } from '../model/page.ts';
import type { SiteLanguage } from '../model/text.ts';
import { cutAtWord } from '../text/clean.ts';
import type { Addresses } from './addresses.ts';

/** Characters of a note in a list at most. */
const NOTE = 220;

/** Picks as lists show them, in a language; each is made once. */
export interface Cards {
  of(pick: EditionPick, lang: SiteLanguage): PickCard;
  /** the site language that a pick's own page speaks */
  speaks(pick: EditionPick): SiteLanguage;
}

export function pickCards(
  { sources, settings, name }: Edition,
  addresses: Addresses,
  topicLink: (lang: SiteLanguage, topic: string) => Link | undefined,
): Cards {
  const titles = new Map(sources.map((source) => [source.name, source.title]));
  const made = new Map<string, PickCard>();
  // The note is the same in every language, and the dearest part of a card.
  const notes = new Map<string, string>();
  const noteOf = ({ path, body }: EditionPick): string => {
    const note = notes.get(path) ?? cutAtWord(ownWords(body), NOTE);
    notes.set(path, note);
    return note;
  };
  const make = (pick: EditionPick, lang: SiteLanguage): PickCard => ({
    title: pick.title,
    href: addresses.pick(pick.path),
    lang: pick.language,
    from: titles.get(pick.source ?? '') ?? hostOf(pick.url),
    day: pick.day,
    topics: pick.topics.flatMap((topic) => topicLink(lang, topic) ?? []),
    note: noteOf(pick),
    ...(name === 'team' && pick.team?.shown !== 'now' && { shown: pick.team?.shown }),
  });
  return {
    of(pick, lang) {
      const key = `${lang} ${pick.path}`;
      const card = made.get(key) ?? make(pick, lang);
      made.set(key, card);
      return card;
    },
    speaks: (pick) => pageLanguage(pick.language, settings.languages),
  };
}

/** The site's language that fits an item's: `es` for `es-MX`, the first for one that the site does not speak. */
export function pageLanguage(language: string, languages: readonly SiteLanguage[]): SiteLanguage {
  const main = language.split('-')[0];
  return languages.find((lang) => lang === main) ?? languages[0] ?? 'en';
}

/** Of an address, what people call the site: the host without `www.`. */
export function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? url).replace(/^www\./, '');
}
