import { ClauseError } from '../../model/desk/clauseError.ts';
import { type Phrase, readPhrase } from '../phrase.ts';
import type { Condition, ConditionFault } from './condition.ts';
import type { Reading } from './reading.ts';

/** Is met by what a phrase finds in parts of an item. If it cannot be read, no item meets it, and it is a fault. */
export function phraseCondition(
  key: 'phrase' | 'author',
  phrase: string,
  partsOf: (reading: Reading) => readonly string[],
  faults: ConditionFault[],
): Condition {
  const pattern = parsePhrase(phrase, [key], faults);
  return (reading) => placesIn(pattern, partsOf(reading));
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
    if (!(error instanceof ClauseError)) throw error;
    faults.push({ at, code: 'rule/phrase-unreadable', values: { reason: error.clause } });
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
