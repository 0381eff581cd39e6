import type { Settings } from '../../src/model/desk/settings.ts';
import type { Day, Instant } from '../../src/model/desk/time.ts';
import { addDays, dayOf, instantAt, toInstant } from '../../src/text/time.ts';

/** When the demo takes place. */
export interface DemoClock {
  /** whole weeks by which the sample desk is moved */
  weeks: number;
  /** the sample desk's `today`, moved into this week */
  today: Day;
  /** in the morning of that day: the demo's counts are the same on every day of the week */
  now: Instant;
}

/** Moves the day that a sample desk was written for into the week of `clock`. */
export function demoClock({ today, timeZone, weekStart }: Settings, clock: Instant): DemoClock {
  const day = dayOf(clock, timeZone);
  const weeks = today === undefined ? 0 : weekOf(day, weekStart) - weekOf(today, weekStart);
  const moved = today === undefined ? day : addDays(today, weeks * 7);
  return { weeks, today: moved, now: toInstant(Date.parse(instantAt(moved, '09:00', timeZone))) };
}

/** Weeks since one that began in 1969; 1 January 1970 was a Thursday, the fourth day of a week that begins on Monday. */
function weekOf(day: Day, weekStart: Settings['weekStart']): number {
  return Math.floor((Date.parse(day) / 86_400_000 + (weekStart === 'monday' ? 3 : 4)) / 7);
}
