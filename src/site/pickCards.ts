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
  fullNote(pick: EditionPick): string;
  /** the language of a pick's own page */
  languageOf(pick: EditionPick): SiteLanguage;
}

export function pickCards(
  edition: Edition,
  addresses: Addresses,
  topicLink: (lang: SiteLanguage, topic: string) => Link | undefined,
  publisherOf: (source: string | undefined, url: string) => string,
): Cards {
  const { settings, name, today } = edition;
  // The words are the same in every language, and the dearest part of a card.
  const fullNote = remembered(
    ({ path }: EditionPick) => path,
    ({ body }) => ownWords(body),
  );
  const languageOf = (pick: EditionPick) => pageLanguage(pick.language, settings.languages);
  const toCard = (pick: EditionPick, lang: SiteLanguage): PickCard => ({
    title: pick.title,
    href: addresses.pick(pick.path),
    lang: pick.language,
    from: publisherOf(pick.source, pick.url),
    day: pick.day,
    today,
    topics: pick.topics.flatMap((topic) => topicLink(lang, topic) ?? []),
    note: cutAtWord(fullNote(pick), NOTE),
    noteLang: languageOf(pick),
    ...(name === 'team' && pick.team?.shown !== 'now' && { shown: pick.team?.shown }),
  });
  const of = remembered((pick: EditionPick, lang: SiteLanguage) => `${lang} ${pick.path}`, toCard);
  return { of, fullNote, languageOf };
}

/** A function that makes a thing once for each key. */
function remembered<Given extends unknown[], Made>(
  keyOf: (...given: Given) => string,
  make: (...given: Given) => Made,
): (...given: Given) => Made {
  const made = new Map<string, Made>();
  return (...given) => {
    const key = keyOf(...given);
    const found = made.get(key) ?? make(...given);
    made.set(key, found);
    return found;
  };
}

/** The site's language that fits an item's: `es` for `es-MX`, the first for one that the site does not speak. */
function pageLanguage(language: string, languages: readonly SiteLanguage[]): SiteLanguage {
  const main = language.split('-')[0];
  return languages.find((lang) => lang === main) ?? languages[0] ?? 'en';
}
