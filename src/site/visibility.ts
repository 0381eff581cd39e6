import type { Desk } from '../model/desk/desk.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Day, Instant } from '../model/desk/time.ts';
import type { Edition } from '../model/site/edition.ts';
import { dayOf, isDay } from '../text/time.ts';

/** Whether everybody sees a pick now, only later, or no longer. */
export type Visibility = 'now' | 'scheduled' | 'expired';

/** @param desk for its time zone */
export function visibilityAt(
  { publish, kept, harvested, expires }: PickEntry,
  { settings: { timeZone } }: Desk,
  { now, today }: Pick<Edition, 'now' | 'today'>,
): Visibility {
  if (expires !== undefined && expires <= today) return 'expired';
  const since = publish ?? kept ?? harvested;
  return since === undefined || hasCome(since, now, timeZone) ? 'now' : 'scheduled';
}

/** Whether a time has come: a moment to the second, a day when it begins on the desk's clocks. */
export function hasCome(since: Day | Instant, now: Instant, timeZone: string): boolean {
  return isDay(since) ? since <= dayOf(now, timeZone) : Date.parse(since) <= Date.parse(now);
}
