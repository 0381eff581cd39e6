import { type LocalTime, localTime } from './localTime.ts';
import { monthOf } from './months.ts';
import { zoneOf } from './zones.ts';

const RFC_822 =
  /^(?:[a-z]{3}, )?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (gmt|[+-]\d{4})$/i;

/** What nine of ten RSS feeds write; the others take the long way. */
export function rfc822Time(text: string): LocalTime | undefined {
  const [, day, name, year, hour, minute, second, zone] = RFC_822.exec(text) ?? [];
  const month = name === undefined ? undefined : monthOf(name.toLowerCase());
  const minutes = zone === undefined ? undefined : zoneOf(zone.toLowerCase());
  if (month === undefined || minutes === undefined) return undefined;
  return localTime({
    year: Number(year),
    month,
    day: Number(day),
    clock: [Number(hour), Number(minute), Number(second)],
    zone: minutes,
  });
}
