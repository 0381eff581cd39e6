import type { Instant } from '../../model/desk/time.ts';
import { addMilliseconds } from './freshness.ts';

const MINUTE = 60_000;

export interface BackOff {
  now: Instant;
  /** failures in a row, >= 1 */
  times: number;
  /** a number in [0, 1): spreads those who failed together */
  random(): number;
}

/**
 * When to ask again after so many failures in a row: a source that failed once is asked by the next run, then after
 * half an hour, one, two, four, at most twelve; each a quarter more or less.
 */
export function sourceBackOff(options: BackOff): Instant | undefined {
  return options.times < 2 ? undefined : doubling(options, { first: 30, most: 720, from: 2 });
}

/** When to ask a busy domain again that does not say when: after a quarter of an hour, doubling up to a day. */
export function domainBackOff(options: BackOff): Instant {
  return doubling(options, { first: 15, most: 1440, from: 1 });
}

/** When to ask again for what was taken down for good: in a week, as long as people have not retired it. */
export function goneBackOff({ now, random }: Pick<BackOff, 'now' | 'random'>): Instant {
  return addMilliseconds(now, 7 * 1440 * MINUTE * spread(random));
}

function doubling(
  { now, times, random }: BackOff,
  { first, most, from }: { first: number; most: number; from: number },
): Instant {
  const minutes = Math.min(first * 2 ** Math.min(times - from, 30), most);
  return addMilliseconds(now, minutes * MINUTE * spread(random));
}

function spread(random: () => number): number {
  return 0.75 + random() / 2;
}
