import type { Instant } from '../model/desk/time.ts';
import { daysSince } from '../text/time.ts';

/** How often something is published. */
export interface Rhythm {
  newest?: Instant;
  /** days from then to `asOf`; 0 without dates */
  quiet: number;
  /** the median of the days between two items; absent for fewer than `MIN_GAPS` of them */
  usual?: number;
  /** the most days between two items; absent with `usual` */
  longest?: number;
}

const MIN_GAPS = 3;

/**
 * The rhythm of these dates, in any order.
 * @param asOf the moment by which they were all there is; what is dated later is an announcement and does not count
 */
export function rhythmOf(dates: readonly Instant[], asOf: Instant): Rhythm {
  const past = dates
    .filter((date) => Date.parse(date) <= Date.parse(asOf))
    .toSorted((a, b) => Date.parse(b) - Date.parse(a));
  const [newest] = past;
  if (newest === undefined) return { quiet: 0 };
  const quiet = daysSince(newest, asOf);
  const gaps = past
    .slice(1)
    .map((date, n) => daysSince(date, past[n] ?? newest))
    .toSorted((a, b) => a - b);
  if (gaps.length < MIN_GAPS) return { newest, quiet };
  return { newest, quiet, usual: median(gaps), longest: gaps.at(-1) ?? 0 };
}

/** @param sorted not empty */
function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
