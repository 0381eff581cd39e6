import { ownWords } from '../markdown/ownWords.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Edition } from '../model/site/edition.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { Link } from '../model/site/frame.ts';
import type { PickCard } from '../model/site/pickCard.ts';
import { cutAtWord } from '../text/clean.ts';
import type { Addresses } from './addresses.ts';

/** Characters of a note in a list at most. */
const NOTE = 220;

/** Picks as lists show them, in a language; each is made once. */
export interface Cards {
  of(pick: EditionPick, lang: SiteLanguage): PickCard;
  /** the curator's own words, plain and whole */
  words(pick: EditionPick): string;
  /** the site language that a pick's own page speaks */
  speaks(pick: EditionPick): SiteLanguage;
}

export function pickCards(
  { settings, name, today }: Edition,
  addresses: Addresses,
  topicLink: (lang: SiteLanguage, topic: string) => Link | undefined,
  placeOf: (source: string | undefined, url: string) => string,
): Cards {
  const made = new Map<string, PickCard>();
  // The words are the same in every language, and the dearest part of a card.
  const written = new Map<string, string>();
  const wordsOf = ({ path, body }: EditionPick): string => {
    const found = written.get(path) ?? ownWords(body);
    written.set(path, found);
    return found;
  };
  const speaks = (pick: EditionPick) => pageLanguage(pick.language, settings.languages);
  const make = (pick: EditionPick, lang: SiteLanguage): PickCard => ({
    title: pick.title,
    href: addresses.pick(pick.path),
    lang: pick.language,
    from: placeOf(pick.source, pick.url),
    day: pick.day,
    today,
    topics: pick.topics.flatMap((topic) => topicLink(lang, topic) ?? []),
    note: cutAtWord(wordsOf(pick), NOTE),
    noteLang: speaks(pick),
    ...(name === 'team' && pick.team?.shown !== 'now' && { shown: pick.team?.shown }),
  });
  return {
    of(pick, lang) {
      const key = `${lang} ${pick.path}`;
      const card = made.get(key) ?? make(pick, lang);
      made.set(key, card);
      return card;
    },
    words: wordsOf,
    speaks,
  };
}

/** The site's language that fits an item's: `es` for `es-MX`, the first for one that the site does not speak. */
function pageLanguage(language: string, languages: readonly SiteLanguage[]): SiteLanguage {
  const main = language.split('-')[0];
  return languages.find((lang) => lang === main) ?? languages[0] ?? 'en';
}
