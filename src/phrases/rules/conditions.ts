import type { ScoreRule } from '../../model/desk/scoreRule.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import { foldVowels, type Word, wordsOf } from '../../words/words.ts';
import { type Phrase, readPhrase } from '../phrase.ts';
import type { Reading } from './reading.ts';

/** What a rule asks of an item. */
export type Conditions = Pick<
  ScoreRule,
  'phrase' | 'words' | 'source' | 'language' | 'author' | 'olderThan'
>;

/** The words by which an item meets a condition, as they stand there; undefined where it does not meet it. */
export type Condition = (reading: Reading, age: number | undefined) => string[] | undefined;

/** Why something that a rule asks for can never be found: where in the rule that stands, and what is wrong with it. */
export interface Flaw {
  at: (string | number)[];
  code: `rule/${string}`;
  message: string;
  hint: string;
}

const NONE: string[] = [];

/** The conditions of a rule, cheapest first. One that cannot be read is met by nothing, and is a flaw. */
export function readConditions(rule: Conditions): { conditions: Condition[]; flaws: Flaw[] } {
  const conditions: Condition[] = [];
  const flaws: Flaw[] = [];
  const { source, language, olderThan, author, phrase, words } = rule;
  const yes = (test: (reading: Reading, age: number | undefined) => boolean) =>
    conditions.push((reading, age) => (test(reading, age) ? NONE : undefined));
  if (source !== undefined) yes(({ item }) => item.source === source);
  if (language !== undefined) {
    const wanted = primarySubtag(language);
    yes(({ item }) => primarySubtag(item.language) === wanted);
  }
  if (olderThan !== undefined) yes((_, age) => age !== undefined && age > olderThan);
  if (author !== undefined) {
    const sought = readOrTell(author, ['author'], flaws);
    conditions.push(({ item }) => placesIn(sought, item.author === undefined ? [] : [item.author]));
  }
  if (phrase !== undefined) {
    const sought = readOrTell(phrase, ['phrase'], flaws);
    conditions.push(({ parts }) => placesIn(sought, parts));
  }
  if (words !== undefined) conditions.push(anyOf(words, flaws));
  return { conditions, flaws };
}

/** Undefined, and a flaw, for a phrase that its grammar does not allow. */
function readOrTell(phrase: string, at: (string | number)[], flaws: Flaw[]): Phrase | undefined {
  try {
    return readPhrase(phrase);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    flaws.push({
      at,
      code: 'rule/phrase-unreadable',
      message: `${error.message} Until it is mended it hits nothing.`,
      hint: 'docs/rules.md shows how a phrase is written.',
    });
    return undefined;
  }
}

/** What a phrase finds in the parts of a text, each wording once; undefined where that is nothing. */
function placesIn(phrase: Phrase | undefined, parts: readonly string[]): string[] | undefined {
  if (!phrase) return undefined;
  const found = new Map<string, string>();
  for (const part of parts) {
    for (const { start, end } of phrase.find(part) ? phrase.findAll(part) : []) {
      const words = part.slice(start, end).replace(/\s+/g, ' ');
      if (!found.has(words.toLowerCase())) found.set(words.toLowerCase(), words);
    }
  }
  return found.size > 0 ? [...found.values()] : undefined;
}

/** Any of the words, by their stems; an entry of several words is found where they follow one another, stop words aside. */
function anyOf(words: readonly string[], flaws: Flaw[]): Condition {
  for (const [index, word] of words.entries()) {
    if (stemsOf(word, 'und').length > 0) continue;
    flaws.push({
      at: ['words', index],
      code: 'rule/word-says-nothing',
      message: `"${word}" is in nearly every text, or is no word, so it is not looked for.`,
      hint: 'Take it out, or write it as part of a `phrase`.',
    });
  }
  const byLanguage = new Map<string, Rows>();
  const rowsIn = (language: string) => {
    const rows = byLanguage.get(language) ?? rowsOf(words, language);
    byLanguage.set(language, rows);
    return rows;
  };
  return (reading) => {
    const found = new Map<string, string>();
    for (const surface of standIn(reading.words(), rowsIn(reading.item.language))) {
      if (!found.has(surface.toLowerCase())) found.set(surface.toLowerCase(), surface);
    }
    return found.size > 0 ? [...found.values()] : undefined;
  };
}

/** What follows a stem in the rows of stems that are looked for. */
type Rows = ReadonlyMap<string, readonly string[][]>;

function rowsOf(words: readonly string[], language: string): Rows {
  const rows = new Map<string, string[][]>();
  for (const word of words.flatMap((one) => spellings(one, language))) {
    const [first, ...rest] = stemsOf(word, language);
    if (first !== undefined) rows.set(first, [...(rows.get(first) ?? []), rest]);
  }
  return rows;
}

function* standIn(words: readonly Word[], rows: Rows): Generator<string> {
  for (const [place, { stem }] of words.entries()) {
    for (const rest of rows.get(stem) ?? []) {
      if (!rest.every((next, index) => words[place + 1 + index]?.stem === next)) continue;
      const row = words.slice(place, place + 1 + rest.length);
      yield row.map(({ surface }) => surface).join(' ');
    }
  }
}

/**
 * A word, and how else it may stand where a stemmer cuts it elsewhere: without the accents that capitals and haste leave
 * out (sequía, SEQUIA), and in Spanish the other number of what looks like a verb (alquiler, alquileres).
 */
function spellings(word: string, language: string): string[] {
  const all = [word, foldVowels(word)];
  if (primarySubtag(language) !== 'es') return all;
  if (/[aei]r$/i.test(word)) all.push(`${word}es`);
  if (/[aei]res$/i.test(word)) all.push(word.slice(0, -2));
  return all;
}

function stemsOf(words: string, language: string): string[] {
  return wordsOf(words, language).map(({ stem }) => stem);
}
