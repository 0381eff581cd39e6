import type { Instant } from '../../model/desk/time.ts';
import { monthOf } from './months.ts';
import { zoneOf, zoneOfPlace } from './zones.ts';

const OLDEST = Date.UTC(1990, 0, 1);
// Beyond it a date is a mistake or a joke (year 9999); up to it, it is said to be in the future and held.
const NEWEST_AHEAD = 366 * 86_400_000;

/** What a date says: the time on the clock of its place, and that clock's zone where it names one. */
interface Reading {
  /** milliseconds since 1970, as if the clock stood in Greenwich */
  local: number;
  /** minutes east of Greenwich */
  zone: number | undefined;
}

/**
 * The moment that a feed's date means, as `2026-11-21T08:00:00Z`: ISO 8601, RFC 822 with two-digit years and named
 * zones, month names in eleven languages, Korean, `dd/mm/yyyy`, seconds or milliseconds since 1970. Without a zone it is
 * UTC, and so with one that does not exist, as in RFC 5322. Undefined when it cannot be read, or lies before 1990 or
 * more than a year after `now`.
 */
export function readDate(text: string, now: Instant): Instant | undefined {
  const clean = text.slice(0, 100).replace(/\s+/g, ' ').trim();
  const newest = Date.parse(now) + NEWEST_AHEAD;
  const { rest, zone } = placeOf(clean);
  for (const read of READERS) {
    const reading = read(rest, newest);
    if (reading === undefined) continue;
    const { local } = reading;
    const time = local - (reading.zone ?? zone?.(local) ?? 0) * 60_000;
    if (time >= OLDEST && time <= newest)
      return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') as Instant;
  }
  return undefined;
}

const READERS = [mailTime, isoTime, epochTime, shortDay, wordyTime] as const;

// Java writes `[Europe/Madrid]` after the offset; others write it alone.
const PLACE = /\s*[[(]?([a-z_]{2,}(?:\/[a-z0-9_+-]+){1,2})[\])]?$/i;

/** A date without the name of a zone of the IANA at its end, and what that zone makes of a local time. */
function placeOf(text: string): { rest: string; zone?: ReturnType<typeof zoneOfPlace> } {
  const place = text.includes('/') ? PLACE.exec(text) : null;
  const zone = place === null ? undefined : zoneOfPlace(place[1] ?? '');
  return place === null || zone === undefined
    ? { rest: text }
    : { rest: text.slice(0, place.index), zone };
}

const MAIL =
  /^(?:[a-z]{3}, )?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (gmt|[+-]\d{4})$/i;

/** What nine of ten RSS feeds write; the others take the long way. */
function mailTime(text: string): Reading | undefined {
  const [, day, name, year, hour, minute, second, zone] = MAIL.exec(text) ?? [];
  const month = name === undefined ? undefined : monthOf(name.toLowerCase());
  const minutes = zone === undefined ? undefined : zoneOf(zone.toLowerCase());
  if (month === undefined || minutes === undefined) return undefined;
  return moment({
    year: Number(year),
    month,
    day: Number(day),
    clock: [Number(hour), Number(minute), Number(second)],
    zone: minutes,
  });
}

const ISO_DAY = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3}))?(?![\d/])/;
const ISO_CLOCK =
  /^(?:T| )?(\d{2}|\d(?=:)):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?(?:\s*([+-]\d{1,2}(?::?\d{1,2})?|[a-z]{1,4}))?$/i;

// The day and the hour without anything between them: nobody could tell where the one ends.
const RUN_TOGETHER = /^((?:19|20)\d{6})(\d{4}(?:\d{2})?)$/;

function isoTime(written: string): Reading | undefined {
  const text = written.replace(RUN_TOGETHER, '$1T$2');
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
    zone: zone === undefined ? undefined : zoneOf(zone.toLowerCase()),
  });
}

function epochTime(text: string): Reading | undefined {
  if (/^\d{9,10}$/.test(text)) return { local: Number(text) * 1000, zone: 0 };
  return /^\d{12,13}$/.test(text) ? { local: Number(text), zone: 0 } : undefined;
}

/** `031231`, as ISO 8601 had it before the year 2000 frightened it. */
function shortDay(text: string): Reading | undefined {
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  return moment({
    year: fullYear(Number(year)),
    month: Number(month),
    day: Number(day),
    clock: [0, 0, 0],
  });
}

const CLOCK =
  /(?<!\d)(\d{1,2})(?::(\d{2})|\s?h(?:\s?(\d{2}))?(?![\p{L}\d]))(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\b\.?)?/iu;
// Written without a colon, the hour follows the year: `03 Apr 02 1500 GMT`.
const BARE_CLOCK = /(?<=\s\d{2}(?:\d{2})?\s)([012]\d)([0-5]\d)(?=\s|$)/;

function wordyTime(written: string, newest: number): Reading | undefined {
  const korean = HANGUL.test(written);
  const text = korean ? fromKorean(written) : written;
  const clock = CLOCK.exec(text) ?? BARE_CLOCK.exec(text);
  const rest =
    clock === null
      ? text
      : `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}`;
  const words = plainWords(rest);
  const day = slashedDay(words, new Date(newest).getUTCFullYear()) ?? namedDay(words);
  if (day === undefined) return undefined;
  const zone = words.map(zoneOf).find((minutes) => minutes !== undefined);
  return moment({ ...day, clock: clockOf(clock), zone: zone ?? (korean ? KOREA : undefined) });
}

const HANGUL = /[\uAC00-\uD7A3]/;
// Who writes a date in Korean means the time of Korea.
const KOREA = 9 * 60;

/** `2004년 5월 28일 오후 1:31` with the signs of other languages: `2004-5-28 1:31 pm`. */
function fromKorean(text: string): string {
  return text
    .replace(/(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일/, '$1-$2-$3')
    .replace(
      /(\d{1,2})시(?: ?(\d{1,2})분)?(?: ?(\d{1,2})초)?/,
      (_, hour, minute = '0', second = '0') => [hour, minute.padStart(2, '0'), second].join(':'),
    )
    .replace(
      /(오전|오후) ?(\d[\d:]*)/,
      (_, half, clock) => `${clock} ${half === '오후' ? 'pm' : 'am'}`,
    )
    .replace(/[\uAC00-\uD7A3]+/g, ' ');
}

function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/(?<=\d)(?:st|nd|rd|th|º|ª|er)\b/g, '')
      .replace(/(?<=[a-z0-9])-(?=[a-z])|(?<=[a-z])-(?=\d)/g, ' ')
      // `2004-július-13T9:15`, once its time is taken out.
      .replace(/(?<=\d)t(?=\s|$)/g, '')
      .split(/[\s,()]+|\.(?=\s|$)/)
      .filter((word) => word !== '' && !['de', 'del', 'of', 'the', 'a', 'las', 'at'].includes(word))
  );
}

function clockOf(match: RegExpExecArray | null): [number, number, number] {
  const [, hour, minute, minuteToo, second, half] = match ?? [];
  const hours = Number(hour ?? 0);
  const evening = half?.toLowerCase().startsWith('p') ? 12 : 0;
  return [
    half === undefined ? hours : (hours % 12) + evening,
    Number(minute ?? minuteToo ?? 0),
    Number(second ?? 0),
  ];
}

interface WrittenDay {
  year: number;
  month: number;
  day: number;
}

/**
 * `2026/11/21`, `21/11/2026`, `21.11.2026`; where both could be the month, the day stands first, as in Europe.
 * @param latest a year of two digits that would be later stands first instead: `03-12-31`
 */
function slashedDay(words: readonly string[], latest: number): WrittenDay | undefined {
  for (const word of words) {
    const [, first, second, third] = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/.exec(word) ?? [];
    if (first === undefined || second === undefined || third === undefined) continue;
    const [day, month, year] = [Number(first), Number(second), fullYear(Number(third))];
    if (first.length > 2) return { year: day, month, day: Number(third) };
    if (day > 31 || (year > latest && third.length === 2))
      return { year: fullYear(day), month, day: Number(third) };
    return month > 12 ? { year, month: day, day: month } : { year, month, day };
  }
  return undefined;
}

/** The month is the last word that can be one, because the weekday before it may look like it: `Mar, 11 Mar 2025`. */
function namedDay(words: readonly string[]): WrittenDay | undefined {
  const at = words.findLastIndex(
    (word) => /^\p{L}/u.test(word) && monthOf(word) !== undefined && zoneOf(word) === undefined,
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
  zone?: number | undefined;
}

/** Undefined for what no calendar or clock has. */
function moment({ year, month, day = 1, dayOfYear, clock, zone }: Moment): Reading | undefined {
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
  return { local: start + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000, zone };
}
