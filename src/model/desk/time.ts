import { z } from 'astro/zod';
import { expects } from './expects.ts';

/** A calendar day, `YYYY-MM-DD`, in the desk's time zone; never an instant. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** A moment, ISO 8601 with its offset (`2026-11-21T09:00:00+01:00`); kept as written, so the offset is never lost. */
export const Instant = z.iso.datetime({ offset: true }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A month of the calendar, `YYYY-MM`. */
export const Month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, expects('expects/month', {}))
  .brand<'Month'>();
export type Month = z.infer<typeof Month>;

/** An IANA time zone that this machine knows, `Europe/Madrid`. */
export const TimeZone = z.string().refine(isTimeZone, expects('expects/time-zone', {}));

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
