import type { Condition } from './condition.ts';
import type { Reading } from './reading.ts';

const MOST_TERMS = 6;

/**
 * The words by which an item meets all conditions, as they stand there; undefined if it does not meet them.
 * @param age days since publication; an item without a date is not older than anything
 */
export function ruleHit(
  conditions: readonly Condition[],
  reading: Reading,
  age: number | undefined,
): string[] | undefined {
  const known = reading.answers.get(conditions);
  if (known && known.age === age) return known.terms;
  const terms = termsOf(conditions, reading, age);
  reading.answers.set(conditions, { age, terms });
  return terms;
}

function termsOf(
  conditions: readonly Condition[],
  reading: Reading,
  age: number | undefined,
): string[] | undefined {
  const terms: string[] = [];
  for (const condition of conditions) {
    const found = condition(reading, age);
    if (!found) return undefined;
    terms.push(...found);
  }
  return [...new Set(terms)].slice(0, MOST_TERMS);
}
