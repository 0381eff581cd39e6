import { wordsOf } from '../words/words.ts';
import type { Hit } from './nameFinder.ts';

/** Words on either side of a name that count as near. */
const NEAR = 12;
/** Characters that twelve words fit in. */
const WINDOW = 400;

/**
 * Whether a word of a name's `context` stands in the name or within twelve words of it, in whatever inflection
 * (`autobús` is found in «los autobuses»), accents and stop words aside; of several words, all of them in a row.
 * Compared by stems and not by the grammar of phrases, so that nobody has to think of plurals.
 */
export function hasContext(text: string, hit: Hit, language: string): boolean {
  const stems = stemsOf(text.slice(wordsBack(text, hit.start), wordsOn(text, hit.end)), language);
  return hit.name.context.some((words) => stems.includes(stemsOf(words, language)));
}

/** Stems as ` one two three `, so that a row of them is a part of another. */
function stemsOf(text: string, language: string): string {
  const stems = wordsOf(text, language).map(({ stem }) => stem);
  // Nothing but stop words: it is found nowhere.
  return stems.length === 0 ? '\n' : ` ${stems.join(' ')} `;
}

function wordsBack(text: string, start: number): number {
  const from = Math.max(0, start - WINDOW);
  const words = [...text.slice(from, start).matchAll(WORD)];
  return from + (words.at(-NEAR)?.index ?? 0);
}

function wordsOn(text: string, end: number): number {
  const words = [...text.slice(end, end + WINDOW).matchAll(WORD)];
  const last = words[NEAR - 1] ?? words.at(-1);
  return last === undefined ? end : end + last.index + last[0].length;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
