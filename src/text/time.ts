import type { Day, Instant, Month } from '../model/desk/time.ts';

const DAY_MS = 86_400_000;

/** A moment as an `Instant`: UTC, whole seconds. */
export function toInstant(moment: Date | number): Instant {
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z') as Instant;
}

/** The day that it is in a time zone at a moment. A day stays the day it is. */
export function dayOf(moment: Instant | Day, timeZone: string): Day {
  return isDay(moment) ? moment : (wallClock(Date.parse(moment), timeZone).slice(0, 10) as Day);
}

/** Whether a value is a day, and not a moment. */
export function isDay(value: string): value is Day {
  return value.length === 10;
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** A day some days later (or, below 0, earlier). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Days from one day to another: 1 from a day to the next; negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Days, with fractions, that have passed between two moments; negative when `from` is later. */
export function daysSince(from: Instant | Day, now: Instant): number {
  return (Date.parse(now) - Date.parse(from)) / DAY_MS;
}

/**
 * The moment at which a clock on the wall shows a day and a time, with the zone's offset written out.
 * A time that the clock skips in spring is taken an hour later; one that it shows twice in autumn, the first time.
 * @param time `HH:MM` or `HH:MM:SS`
 * @see https://262.ecma-international.org/#sec-temporal-disambiguation the rule called `compatible`
 */
export function instantAt(day: Day, time: string, timeZone: string): Instant {
  const clock = `${day}T${time.length === 5 ? `${time}:00` : time}`;
  const asUtc = Date.parse(`${clock}Z`);
  const before = offsetAt(asUtc - DAY_MS, timeZone);
  const after = offsetAt(asUtc + DAY_MS, timeZone);
  const fits = [before, after].find((offset) => offsetAt(asUtc - offset, timeZone) === offset);
  const moment = asUtc - (fits ?? before);
  const offset = offsetAt(moment, timeZone);
  return `${new Date(moment + offset).toISOString().slice(0, 19)}${offsetName(offset)}` as Instant;
}

/** When a day begins in a time zone, in milliseconds since 1970. */
export function startOfDay(day: Day, timeZone: string): number {
  return Date.parse(instantAt(day, '00:00', timeZone));
}

/**
 * The same time of day some days later. An offset that was the zone's own stays the zone's own, also where clocks
 * change in between; any other offset is kept.
 */
export function shiftInstant(instant: Instant, days: number, timeZone: string): Instant {
  const [, clock = '', fraction = '', offset = 'Z'] =
    /^(.{19})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.exec(instant) ??
    /^(.{16})()(Z|[+-]\d{2}:\d{2})$/.exec(instant) ??
    [];
  const day = addDays(clock.slice(0, 10) as Day, days);
  const own = offset !== 'Z' && offset === offsetName(offsetAt(Date.parse(instant), timeZone));
  if (!own) return `${day}${clock.slice(10)}${fraction}${offset}` as Instant;
  return instantAt(day, clock.slice(11), timeZone);
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-21T09:00:00` as clocks in the zone show it. */
function wallClock(moment: number, timeZone: string): string {
  let format = FORMATS.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    FORMATS.set(timeZone, format);
  }
  return format.format(moment).replace(' ', 'T');
}

/** Milliseconds that a zone is ahead of UTC at a moment. */
function offsetAt(moment: number, timeZone: string): number {
  const seconds = Math.floor(moment / 1000) * 1000;
  return Date.parse(`${wallClock(seconds, timeZone)}Z`) - seconds;
}

function offsetName(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
