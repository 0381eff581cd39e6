import { fullYear, type LocalTime, localTime } from './localTime.ts';
import { zoneOf } from './zones.ts';

const ISO_DAY = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3}))?(?![\d/])/;
const ISO_CLOCK =
  /^(?:T| )?(\d{2}|\d(?=:)):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?(?:\s*([+-]\d{1,2}(?::?\d{1,2})?|[a-z]{1,4}))?$/i;

// The day and the hour without anything between them: nobody could tell where the one ends.
const RUN_TOGETHER = /^((?:19|20)\d{6})(\d{4}(?:\d{2})?)$/;

/** ISO 8601 in its long and short forms, with a space for the `T`, and the day of a year. */
export function isoTime(written: string): LocalTime | undefined {
  const text = written.replace(RUN_TOGETHER, '$1T$2');
  const day = ISO_DAY.exec(text);
  if (day === null) return undefined;
  const [whole, year, month, date, ordinal] = day;
  const rest = text.slice(whole.length).trim();
  const clock = ISO_CLOCK.exec(rest);
  if (rest !== '' && clock === null) return undefined;
  const [, hour, minute, second, zone] = clock ?? [];
  return localTime({
    year: Number(year),
    month: Number(month ?? 1),
    day: ordinal === undefined ? Number(date ?? 1) : undefined,
    dayOfYear: ordinal === undefined ? undefined : Number(ordinal),
    clock: [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)],
    zone: zone === undefined ? undefined : zoneOf(zone.toLowerCase()),
  });
}

/** Seconds or milliseconds since 1970. */
export function epochTime(text: string): LocalTime | undefined {
  if (/^\d{9,10}$/.test(text)) return { local: Number(text) * 1000, zone: 0 };
  return /^\d{12,13}$/.test(text) ? { local: Number(text), zone: 0 } : undefined;
}

/** `031231`, as ISO 8601 had it before the year 2000 frightened it. */
export function shortDay(text: string): LocalTime | undefined {
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  return localTime({
    year: fullYear(Number(year)),
    month: Number(month),
    day: Number(day),
    clock: [0, 0, 0],
  });
}
