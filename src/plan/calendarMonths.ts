import type { Day, Month } from '../model/desk/time.ts';
import type { AgendaDay, CalendarMonth, CalendarSlot } from '../model/site/calendar.ts';
import type { Edition } from '../model/site/edition.ts';
import { addDays, monthOf } from '../text/time.ts';
import { byDay } from './calendarSlots.ts';
import { addMonths, monthGrid, weekday } from './monthGrid.ts';

/** Months without anything in them that the calendar still has a page for, on both sides of today. */
const EMPTY_MONTHS = 1;
/** A slot further away than this gets its month a page, but not the empty months in between. */
const CONTINUOUS_MONTHS = 24;
/** Days back in which a thing has just come out. */
const JUST_OUT_DAYS = 14;

/** The months that the calendar has pages for, in order: around today, and wherever there is something. */
export function calendarMonths(edition: Edition, slots: readonly CalendarSlot[]): CalendarMonth[] {
  const days = byDay(slots);
  return monthsOf(monthOf(edition.today), days.keys()).map((month) => {
    const weeks = monthGrid(month, edition.settings.weekStart, days);
    const [first, last] = [`${month}-01`, `${month}-31`];
    return {
      month,
      weeks,
      weekdays: weeks[0]?.days.map(({ day }) => weekday(day)) ?? [],
      agenda: weeks
        .flatMap((week) => week.days)
        .filter((date) => date.inMonth && date.slots.length > 0)
        .map((date) => ({ day: date.day, slots: date.slots })),
      campaigns: edition.campaigns.filter(({ start, end }) => start <= last && end >= first),
      channels: channelsOf(weeks.flatMap((week) => week.days.flatMap(({ slots }) => slots))),
      timeZone: edition.settings.timeZone,
    };
  });
}

/**
 * What comes from a day on, and is not cancelled; where nothing does, what came out in the days before it, newest
 * first.
 */
export function agenda(
  slots: readonly CalendarSlot[],
  { from, limit }: { from: Day; limit: number },
): { today: Day; past: boolean; days: AgendaDay[] } {
  const coming = slots.filter(({ state, day }) => state !== 'cancelled' && day && day >= from);
  if (coming.length > 0) return { today: from, past: false, days: daysOf(coming.slice(0, limit)) };
  const since = addDays(from, -JUST_OUT_DAYS);
  const out = slots.filter(
    ({ state, kind, day }) =>
      state === 'approved' && kind !== 'deadline' && day && day >= since && day < from,
  );
  return { today: from, past: out.length > 0, days: daysOf(out.slice(-limit)).toReversed() };
}

function daysOf(slots: readonly CalendarSlot[]): AgendaDay[] {
  return [...byDay(slots)].map(([day, found]) => ({ day, slots: found }));
}

function monthsOf(now: Month, days: Iterable<Day>): Month[] {
  const months = new Set<Month>();
  for (const day of days) months.add(monthOf(day));
  for (let step = -EMPTY_MONTHS; step <= EMPTY_MONTHS; step++) months.add(addMonths(now, step));
  const near = [...months].filter(
    (month) => Math.abs(monthsBetween(now, month)) <= CONTINUOUS_MONTHS,
  );
  const steps = near.map((month) => monthsBetween(now, month));
  for (let step = Math.min(...steps); step <= Math.max(...steps); step++) {
    months.add(addMonths(now, step));
  }
  return [...months].sort();
}

function monthsBetween(from: Month, to: Month): number {
  const count = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(to) - count(from);
}

function channelsOf(slots: readonly CalendarSlot[]): { title: string; hue: number }[] {
  const channels = new Map(slots.map(({ channel, hue }) => [channel, { title: channel, hue }]));
  return [...channels.values()].sort((a, b) => a.hue - b.hue || (a.title < b.title ? -1 : 1));
}
