/** What a date says: the time on the clock of its place, and that clock's zone if it names one. */
export interface LocalTime {
  /** milliseconds since 1970, as if the clock stood in Greenwich */
  local: number;
  /** minutes east of Greenwich */
  zone: number | undefined;
}

/** A date as it is written. */
interface DateParts {
  year: number;
  month: number;
  day?: number | undefined;
  dayOfYear?: number | undefined;
  clock: [number, number, number];
  zone?: number | undefined;
}

/** Undefined for what no calendar or clock has. */
export function localTime(parts: DateParts): LocalTime | undefined {
  const start = startOfDay(parts);
  const time = timeOfDay(parts.clock);
  if (start === undefined || time === undefined) return undefined;
  return { local: start + time, zone: parts.zone };
}

/** Milliseconds since 1970. */
function startOfDay({ year, month, day = 1, dayOfYear }: DateParts): number | undefined {
  if (dayOfYear !== undefined) {
    const start = Date.UTC(year, 0, dayOfYear);
    return dayOfYear > 0 && new Date(start).getUTCFullYear() === year ? start : undefined;
  }
  const start = Date.UTC(year, month - 1, day);
  const date = new Date(start);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? start : undefined;
}

/** Milliseconds since midnight; a leap second is the one before it. */
function timeOfDay([hour, minute, second]: DateParts['clock']): number | undefined {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0))
    return undefined;
  return ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000;
}

/** RFC 2822: up to 49 is this century, other two and three digits count from 1900. */
export function fullYear(year: number): number {
  if (year >= 1000) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
