import type { Instant } from '../../model/time.ts';
import { monthOf } from './months.ts';
import { zoneOf } from './zones.ts';

const OLDEST = Date.UTC(1990, 0, 1);
// Beyond it a date is a mistake or a joke (year 9999); up to it, it is said to be in the future and held.
const NEWEST_AHEAD = 366 * 86_400_000;

/**
 * The moment that a feed's date means, as `2026-11-21T08:00:00Z`: ISO 8601, RFC 822 with two-digit years and named
 * zones, month names in nine languages, `dd/mm/yyyy`, seconds or milliseconds since 1970. Without a zone it is UTC.
 * Undefined when it cannot be read, or lies before 1990 or more than a year after `now`.
 */
export function readDate(text: string, now: Instant): Instant | undefined {
  const clean = text.slice(0, 100).replace(/\s+/g, ' ').trim();
  const time = isoTime(clean) ?? epochTime(clean) ?? wordyTime(clean);
  if (time === undefined || !(time >= OLDEST) || time > Date.parse(now) + NEWEST_AHEAD)
    return undefined;
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') as Instant;
}

const ISO_DAY = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-(\d{3}))?(?![\d/])/;
const ISO_CLOCK =
  /^(?:T| )?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?(?:\s*([+-]\d{1,2}(?::?\d{1,2})?|[a-z]{1,4}))?$/i;

function isoTime(text: string): number | undefined {
  const day = ISO_DAY.exec(text);
  if (day === null) return undefined;
  const [whole, year, month, date, ordinal] = day;
  const rest = text.slice(whole.length).trim();
  const clock = ISO_CLOCK.exec(rest);
  if (rest !== '' && clock === null) return undefined;
  const [, hour, minute, second, zone] = clock ?? [];
  return moment({
    year: Number(year),
    month: Number(month ?? 1),
    day: ordinal === undefined ? Number(date ?? 1) : undefined,
    dayOfYear: ordinal === undefined ? undefined : Number(ordinal),
    clock: [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)],
    zone: zone === undefined ? 0 : (zoneOf(zone.toLowerCase()) ?? 0),
  });
}

function epochTime(text: string): number | undefined {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  return /^\d{12,13}$/.test(text) ? Number(text) : undefined;
}

const CLOCK = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\b\.?)?/i;
// Written without a colon, the hour follows the year: `03 Apr 02 1500 GMT`.
const BARE_CLOCK = /(?<=\s\d{2}(?:\d{2})?\s)([012]\d)([0-5]\d)(?=\s|$)/;

function wordyTime(text: string): number | undefined {
  const clock = CLOCK.exec(text) ?? BARE_CLOCK.exec(text);
  const rest =
    clock === null
      ? text
      : `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}`;
  const words = plainWords(rest);
  const day = slashedDay(words) ?? namedDay(words);
  if (day === undefined) return undefined;
  const zone = words.map(zoneOf).find((minutes) => minutes !== undefined);
  return moment({ ...day, clock: clockOf(clock), zone: zone ?? 0 });
}

function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\d)(?:st|nd|rd|th|º|ª|er)\b/g, '')
    .replace(/(?<=[a-z0-9])-(?=[a-z])|(?<=[a-z])-(?=\d)/g, ' ')
    .split(/[\s,()]+|\.(?=\s|$)/)
    .filter((word) => word !== '' && !['de', 'del', 'of', 'the', 'a', 'las', 'at'].includes(word));
}

function clockOf(match: RegExpExecArray | null): [number, number, number] {
  const [, hour, minute, second, half] = match ?? [];
  const hours = Number(hour ?? 0);
  const evening = half?.toLowerCase().startsWith('p') ? 12 : 0;
  return [
    half === undefined ? hours : (hours % 12) + evening,
    Number(minute ?? 0),
    Number(second ?? 0),
  ];
}

interface WrittenDay {
  year: number;
  month: number;
  day: number;
}

/** `2026/11/21`, `21/11/2026`, `21.11.2026`; where both could be the month, the day stands first, as in Europe. */
function slashedDay(words: readonly string[]): WrittenDay | undefined {
  for (const word of words) {
    const parts = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/.exec(word);
    if (parts === null) continue;
    const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    if (first > 31) return { year: first, month: second, day: third };
    return second > 12
      ? { year: fullYear(third), month: first, day: second }
      : { year: fullYear(third), month: second, day: first };
  }
  return undefined;
}

/** The month is the last word that can be one, because the weekday before it may look like it: `Mar, 11 Mar 2025`. */
function namedDay(words: readonly string[]): WrittenDay | undefined {
  const at = words.findLastIndex(
    (word) => /^[a-z]/.test(word) && monthOf(word) !== undefined && zoneOf(word) === undefined,
  );
  const month = monthOf(words[at] ?? '');
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  const [first, second] = numbers;
  if (month === undefined || first === undefined || second === undefined) return undefined;
  return first > 31
    ? { year: first, month, day: second }
    : { year: fullYear(second), month, day: first };
}

/** RFC 2822: up to 49 is this century, other two and three digits count from 1900. */
function fullYear(year: number): number {
  if (year >= 1000) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

interface Moment {
  year: number;
  month: number;
  day?: number | undefined;
  dayOfYear?: number | undefined;
  clock: [number, number, number];
  /** minutes east of Greenwich */
  zone: number;
}

function moment({ year, month, day = 1, dayOfYear, clock, zone }: Moment): number | undefined {
  const [hour, minute, second] = clock;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0))
    return undefined;
  const start =
    dayOfYear === undefined ? Date.UTC(year, month - 1, day) : Date.UTC(year, 0, dayOfYear);
  const date = new Date(start);
  const exists =
    dayOfYear === undefined
      ? date.getUTCMonth() === month - 1 && date.getUTCDate() === day
      : dayOfYear > 0 && date.getUTCFullYear() === year;
  if (!exists) return undefined;
  return start + ((hour * 60 + minute - zone) * 60 + Math.min(second, 59)) * 1000;
}
