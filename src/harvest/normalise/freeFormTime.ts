import { fullYear, type LocalTime, localTime } from './localTime.ts';
import { monthOf } from './months.ts';
import { zoneOf } from './zones.ts';

const CLOCK =
  /(?<!\d)(\d{1,2})(?::(\d{2})|\s?h(?:\s?(\d{2}))?(?![\p{L}\d]))(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\b\.?)?/iu;
// Written without a colon, the hour follows the year: `03 Apr 02 1500 GMT`.
const BARE_CLOCK = /(?<=\s\d{2}(?:\d{2})?\s)([012]\d)([0-5]\d)(?=\s|$)/;

/**
 * A date in words or with slashes: `21 de noviembre de 2026 9:00`, `Sat, Dec 16 2023 02:02:33 PM`, `21/11/2026`, Korean.
 * @param newest milliseconds since 1970; a year of two digits is not later
 */
export function freeFormTime(written: string, newest: number): LocalTime | undefined {
  const korean = HANGUL.test(written);
  const text = korean ? fromKorean(written) : written;
  const clock = CLOCK.exec(text) ?? BARE_CLOCK.exec(text);
  const rest =
    clock === null
      ? text
      : `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}`;
  const words = tokens(rest);
  const day = numericDay(words, new Date(newest).getUTCFullYear()) ?? namedDay(words);
  if (day === undefined) return undefined;
  const zone = words.map(zoneOf).find((minutes) => minutes !== undefined);
  return localTime({ ...day, clock: timeOfDay(clock), zone: zone ?? (korean ? KOREA : undefined) });
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

function tokens(text: string): string[] {
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

function timeOfDay(match: RegExpExecArray | null): [number, number, number] {
  const [, hour, minute, minuteToo, second, half] = match ?? [];
  const hours = Number(hour ?? 0);
  const evening = half?.toLowerCase().startsWith('p') ? 12 : 0;
  return [
    half === undefined ? hours : (hours % 12) + evening,
    Number(minute ?? minuteToo ?? 0),
    Number(second ?? 0),
  ];
}

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/**
 * `2026/11/21`, `21/11/2026`, `21.11.2026`; where both could be the month, the day stands first, as in Europe.
 * @param latest a year of two digits that would be later stands first instead: `03-12-31`
 */
function numericDay(words: readonly string[], latest: number): CalendarDay | undefined {
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
function namedDay(words: readonly string[]): CalendarDay | undefined {
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
