import type { Day, Instant } from '../../src/model/desk/time.ts';
import { addDays, shiftInstant } from '../../src/text/time.ts';

const ISO =
  /(?<![\w/-])(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w-])/g;
const RFC_822 =
  /(?<!\d)(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}:\d{2}:\d{2}) (GMT|UTC|[+-]\d{4})/g;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface Shift {
  /** whole weeks, so that weekdays stay what they are */
  weeks: number;
  /** whose clocks decide what an offset becomes where summer time starts or ends in between */
  timeZone: string;
}

/** A text with every day and every moment in it moved: ISO 8601 as in our files, RFC 822 as in RSS. */
export function shiftDates(text: string, { weeks, timeZone }: Shift): string {
  if (weeks === 0) return text;
  const days = weeks * 7;
  return text
    .replace(ISO, (found, day: string, time?: string) =>
      time === undefined
        ? addDays(day as Day, days)
        : shiftInstant(found as Instant, days, timeZone),
    )
    .replace(RFC_822, (_, day: string, month: string, year: string, time: string, zone: string) => {
      const iso = `${year}-${twoDigits(MONTHS.indexOf(month) + 1)}-${day.padStart(2, '0')}T${time}${isoZone(zone)}`;
      return rfc822(shiftInstant(iso as Instant, days, timeZone), zone);
    });
}

/** A run's name with its stamp moved: `20261116t060000z-harvest`. */
export function shiftRun(name: string, { weeks }: Shift): string {
  return name.replace(/^(\d{4})(\d{2})(\d{2})(?=t\d{6}z)/, (_, year, month, day) =>
    addDays(`${year}-${month}-${day}` as Day, weeks * 7).replaceAll('-', ''),
  );
}

function isoZone(zone: string): string {
  return /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z';
}

function rfc822(instant: Instant, zone: string): string {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-');
  const offset = instant.endsWith('Z') ? zone : instant.slice(-6).replace(':', '');
  return `${day} ${MONTHS[Number(month) - 1]} ${year} ${instant.slice(11, 19)} ${offset}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
