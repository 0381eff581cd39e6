import type { Instant } from '../../model/desk/time.ts';
import type { FeedHints } from '../../model/run/sourceMemory.ts';
import { addMilliseconds, MAX_RETRY_AFTER } from './freshness.ts';

const HOUR = 3_600_000;

/**
 * The earliest moment at which a feed may be asked, `now` or later: not before `next`, and outside the hours and days
 * that the feed asks to be left alone. A feed that leaves no hour free is taken to have none that count.
 * @see https://www.rssboard.org/skip-hours-days
 */
export function dueAt(
  now: Instant,
  { next, hints }: { next?: Instant | undefined; hints?: FeedHints | undefined },
): Instant {
  const start = next !== undefined && isAhead(next, now) ? next : now;
  const hours = new Set(hints?.skipHours);
  const days = new Set(hints?.skipDays);
  if (hours.size === 0 && days.size === 0) return start;
  let time = Date.parse(start);
  for (let tries = 0; tries <= 7 * 24; tries += 1) {
    const date = new Date(time);
    if (!hours.has(date.getUTCHours()) && !days.has(date.getUTCDay())) {
      return tries === 0 ? start : addMilliseconds(date.toISOString() as Instant, 0);
    }
    time = (Math.floor(time / HOUR) + 1) * HOUR;
  }
  return start;
}

/**
 * Whether a moment lies ahead, as far as anybody can have asked for: what lies further was written by a clock that has
 * been put right since.
 */
export function isAhead(moment: Instant, now: Instant): boolean {
  const ahead = Date.parse(moment) - Date.parse(now);
  return ahead > 0 && ahead <= MAX_RETRY_AFTER + HOUR;
}
