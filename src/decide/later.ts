import { Day, type Instant } from '../model/desk/time.ts';
import { addDays, dayOf } from '../text/time.ts';

const FOUR_WEEKS = 28;

/**
 * The day on which a postponed candidate is undecided again: the day that its reason names or, if it names none, four weeks
 * on.
 * @param reason what the person wrote; a day anywhere in it counts: `after the summit, 2026-12-09`
 * @param since when they postponed it
 */
export function laterUntil(reason: string, since: Instant, timeZone: string): Day {
  const named = Day.safeParse(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(reason)?.[0]);
  return named.success ? named.data : addDays(dayOf(since, timeZone), FOUR_WEEKS);
}
