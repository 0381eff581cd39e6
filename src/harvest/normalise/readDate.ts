import type { Instant } from '../../model/desk/time.ts';
import { freeFormTime } from './freeFormTime.ts';
import { epochTime, isoTime, shortDay } from './numericTime.ts';
import { rfc822Time } from './rfc822Time.ts';
import { zoneOfPlace } from './zones.ts';

const OLDEST = Date.UTC(1990, 0, 1);
// Beyond it a date is a mistake or a joke (year 9999); up to it, it is said to be in the future and held.
const NEWEST_AHEAD = 366 * 86_400_000;

/**
 * The moment that a feed's date means, as `2026-11-21T08:00:00Z`: ISO 8601, RFC 822 with two-digit years and named
 * zones, month names in eleven languages, Korean, `dd/mm/yyyy`, seconds or milliseconds since 1970. Without a zone it is
 * UTC, and so with one that does not exist, as in RFC 5322. Undefined when it cannot be read, or lies before 1990 or
 * more than a year after `now`.
 */
export function readDate(text: string, now: Instant): Instant | undefined {
  const clean = text.slice(0, 100).replace(/\s+/g, ' ').trim();
  const newest = Date.parse(now) + NEWEST_AHEAD;
  const { rest, zone } = splitPlace(clean);
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

const READERS = [rfc822Time, isoTime, epochTime, shortDay, freeFormTime] as const;

// Java writes `[Europe/Madrid]` after the offset; others write it alone.
const PLACE = /\s*[[(]?([a-z_]{2,}(?:\/[a-z0-9_+-]+){1,2})[\])]?$/i;

/** A date without the name of a zone of the IANA at its end, and what that zone makes of a local time. */
function splitPlace(text: string): { rest: string; zone?: ReturnType<typeof zoneOfPlace> } {
  const place = text.includes('/') ? PLACE.exec(text) : null;
  const zone = place === null ? undefined : zoneOfPlace(place[1] ?? '');
  return place === null || zone === undefined
    ? { rest: text }
    : { rest: text.slice(0, place.index), zone };
}
