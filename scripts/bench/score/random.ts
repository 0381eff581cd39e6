import { hash } from 'node:crypto';
import { seededRandom } from '../../../src/learning/seededRandom.ts';

export type Random = () => number;

/** Chance that depends on words and numbers alone: the same for the same task and seed, on every machine. */
export function randomOf(...parts: readonly (string | number)[]): Random {
  return seededRandom(Number.parseInt(hash('sha256', parts.join('\n')).slice(0, 8), 16));
}

/**
 * The same things in an order of chance; the list stays as it was.
 * @see https://en.wikipedia.org/wiki/Fisher%E2%80%93Yates_shuffle
 */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    [copy[last], copy[at]] = [copy[at] as T, copy[last] as T];
  }
  return copy;
}

/** One of a list that is not empty. */
export function oneOf<T>(list: readonly T[], random: Random): T {
  if (list.length === 0) throw new RangeError('there is nothing to choose from');
  return list[Math.floor(random() * list.length)] as T;
}
