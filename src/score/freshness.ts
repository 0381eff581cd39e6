/**
 * Freshness left in an item: 1 when published, 0.5 after one half-life.
 * @param age days since publication; below 0 (a clock that is ahead) counts as 0
 * @param halfLife days; `RangeError` unless > 0
 * @see https://en.wikipedia.org/wiki/Exponential_decay
 */
export function freshness(age: number, halfLife: number): number {
  if (!(halfLife > 0)) throw new RangeError(`a half-life is above 0, not ${halfLife}`);
  return 2 ** (-Math.max(0, age) / halfLife);
}
