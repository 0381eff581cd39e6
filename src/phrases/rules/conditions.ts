import type { ScoreRule } from '../../model/desk/scoreRule.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import { foldVowels, type Word, wordsOf } from '../../words/words.ts';
import { type Phrase, readPhrase } from '../phrase.ts';
import type { Reading } from './reading.ts';

/** The conditions of a rule: an item has to meet each that is given. */
export type Conditions = Pick<
  ScoreRule,
  'phrase' | 'words' | 'source' | 'language' | 'author' | 'olderThan'
>;

/** Returns the words of an item that meet the condition, as they stand there; undefined if it does not meet it. */
export type Condition = (reading: Reading, age: number | undefined) => string[] | undefined;

/** Why no item can meet a condition: where in the rule it stands, and what is wrong with it. */
export interface ConditionFault {
  at: (string | number)[];
  code: `rule/${string}`;
  message: string;
  hint: string;
}

const NONE: string[] = [];

/** Reads the conditions of a rule, the cheapest first. If one cannot be read, no item meets it, and it is a fault. */
export function readConditions(rule: Conditions): {
  conditions: Condition[];
  faults: ConditionFault[];
} {
  const conditions: Condition[] = [];
  const faults: ConditionFault[] = [];
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
    const pattern = parsePhrase(author, ['author'], faults);
    conditions.push(({ item }) =>
      placesIn(pattern, item.author === undefined ? [] : [item.author]),
    );
  }
  if (phrase !== undefined) {
    const pattern = parsePhrase(phrase, ['phrase'], faults);
    conditions.push(({ parts }) => placesIn(pattern, parts));
  }
  if (words !== undefined) conditions.push(anyOf(words, faults));
  return { conditions, faults };
}

/** Reads a phrase. If the grammar does not allow it, adds a fault and returns undefined. */
function parsePhrase(
  phrase: string,
  at: (string | number)[],
  faults: ConditionFault[],
): Phrase | undefined {
  try {
    return readPhrase(phrase);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    faults.push({
      at,
      code: 'rule/phrase-unreadable',
      message: `${error.message} Until it is mended it hits nothing.`,
      hint: 'docs/rules.md shows how a phrase is written.',
    });
    return undefined;
  }
}

/** What a phrase finds in the parts of a text, each wording once; undefined if it finds nothing. */
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

/** Is met by any of the words, by their stems. The words of an entry must follow one another, stop words aside. */
function anyOf(words: readonly string[], faults: ConditionFault[]): Condition {
  for (const [index, word] of words.entries()) {
    if (stemsOf(word, 'und').length > 0) continue;
    faults.push({
      at: ['words', index],
      code: 'rule/word-says-nothing',
      message: `"${word}" is in nearly every text, or is no word, so it is not looked for.`,
      hint: 'Take it out, or write it as part of a `phrase`.',
    });
  }
  const byLanguage = new Map<string, StemSequences>();
  const sequencesIn = (language: string) => {
    const sequences = byLanguage.get(language) ?? stemSequences(words, language);
    byLanguage.set(language, sequences);
    return sequences;
  };
  return (reading) => {
    const found = new Map<string, string>();
    for (const surface of occurrences(reading.words(), sequencesIn(reading.item.language))) {
      if (!found.has(surface.toLowerCase())) found.set(surface.toLowerCase(), surface);
    }
    return found.size > 0 ? [...found.values()] : undefined;
  };
}

/** Sequences of stems to look for: by first stem, the stems that must follow it. */
type StemSequences = ReadonlyMap<string, readonly string[][]>;

function stemSequences(words: readonly string[], language: string): StemSequences {
  const rows = new Map<string, string[][]>();
  for (const word of words.flatMap((one) => spellings(one, language))) {
    const [first, ...rest] = stemsOf(word, language);
    if (first !== undefined) rows.set(first, [...(rows.get(first) ?? []), rest]);
  }
  return rows;
}

function* occurrences(words: readonly Word[], rows: StemSequences): Generator<string> {
  for (const [place, { stem }] of words.entries()) {
    for (const rest of rows.get(stem) ?? []) {
      if (!rest.every((next, index) => words[place + 1 + index]?.stem === next)) continue;
      const row = words.slice(place, place + 1 + rest.length);
      yield row.map(({ surface }) => surface).join(' ');
    }
  }
}

/**
 * A word and its other spellings, which a stemmer may cut to another stem: without the accents that capitals and haste
 * leave out (sequía, SEQUIA) and, in Spanish, singular or plural of a noun that looks like a verb (alquiler, alquileres).
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
