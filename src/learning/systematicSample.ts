import { at } from '../words/vector.ts';

/** At most `most` of a list, taken at even steps, in its order. */
export function systematicSample<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(list.length, most) }, (_, n) =>
    at(list, Math.floor(n * step)),
  );
}
