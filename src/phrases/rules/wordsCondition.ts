import { primarySubtag } from '../../text/primarySubtag.ts';
import { foldVowels, type Word, wordsOf } from '../../words/words.ts';
import type { Condition, ConditionFault } from './condition.ts';

/** Is met by any of the words, by their stems. The words of an entry must follow one another, stop words aside. */
export function wordsCondition(words: readonly string[], faults: ConditionFault[]): Condition {
  for (const [index, word] of words.entries()) {
    if (stemsOf(word, 'und').length > 0) continue;
    faults.push({ at: ['words', index], code: 'rule/word-says-nothing', values: { word } });
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
