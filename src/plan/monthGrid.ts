import type { Settings } from '../model/desk/settings.ts';
import type { Day, Month } from '../model/desk/time.ts';
import { addDays, daysBetween, monthOf } from '../text/time.ts';

export interface GridDay<Slot> {
  day: Day;
  inMonth: boolean;
  slots: Slot[];
}

export interface GridWeek<Slot> {
  /** ISO 8601 week of the row's Thursday, 1 to 53 */
  week: number;
  days: GridDay<Slot>[];
}

/**
 * A month as rows of seven days: whole weeks, so that it may begin and end in the months beside it.
 * @param byDay what stands on each day, in the order to show
 */
export function monthGrid<Slot>(
  month: Month,
  weekStart: Settings['weekStart'],
  byDay: ReadonlyMap<Day, Slot[]>,
): GridWeek<Slot>[] {
  const first = `${month}-01` as Day;
  const before = (weekday(first) - (weekStart === 'monday' ? 1 : 7) + 7) % 7;
  const start = addDays(first, -before);
  const days = before + daysIn(month);
  return Array.from({ length: Math.ceil(days / 7) }, (_, row) => {
    const week = Array.from({ length: 7 }, (_, column) => {
      const day = addDays(start, row * 7 + column);
      return { day, inMonth: monthOf(day) === month, slots: byDay.get(day) ?? [] };
    });
    const thursday = addDays(start, row * 7 + (weekStart === 'monday' ? 3 : 4));
    return { week: isoWeek(thursday), days: week };
  });
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

/**
 * Week of the year, 1 to 53: the first is the one that holds the year's first Thursday.
 * @see https://en.wikipedia.org/wiki/ISO_week_date
 */
export function isoWeek(day: Day): number {
  const thursday = addDays(day, 4 - weekday(day));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as Day, thursday) / 7) + 1;
}

/** The month some months later (or, below 0, earlier). */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}` as Month;
}

function daysIn(month: Month): number {
  return daysBetween(`${month}-01` as Day, `${addMonths(month, 1)}-01` as Day);
}
