import type { PickCard } from '../model/site/pickCard.ts';
import type { SearchRecord } from '../model/site/searchRecord.ts';
import { cutAtWord } from '../text/clean.ts';

/** The newest picks that search in the browser looks through; beyond them the archive serves better. */
export const SEARCHED = 1000;
/** Characters of a note that search sees at most: what is sent grows with it. */
const NOTE = 400;

/** What search in the browser reads: the newest picks, slim. */
export function searchRecords(cards: readonly PickCard[]): SearchRecord[] {
  return cards
    .slice(0, SEARCHED)
    .map(({ title, href, lang, from, day, topics, note, noteLang, shown }) => ({
      title,
      href,
      lang,
      from,
      day,
      topics: topics.map((topic) => topic.title),
      note: cutAtWord(note, NOTE),
      ...(noteLang !== lang && { noteLang }),
      ...(shown && { shown }),
    }));
}
