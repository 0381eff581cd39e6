import type { Instant } from '../../model/desk/time.ts';
import type { FeedHints } from '../../model/run/sourceMemory.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The longest freshness lifetime that counts: a mistaken `max-age` of a year must not silence a source for a year. */
const MAX_FRESHNESS = 7 * DAY;
/** The longest `Retry-After` that counts. */
export const MAX_RETRY_AFTER = 31 * DAY;

export interface FreshnessOptions {
  headers: Readonly<Record<string, string>>;
  hints?: FeedHints | undefined;
  now: Instant;
}

/**
 * When a response expires, so that it is not requested earlier: the longest of `Retry-After`, `Cache-Control: max-age` less
 * `Age` (or `Expires`), RSS `ttl` and `sy:updatePeriod`. Undefined if the publisher says nothing.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-4.2
 */
export function freshUntil({ headers, hints, now }: FreshnessOptions): Instant | undefined {
  const holds = [
    freshnessLifetime(headers, now),
    (hints?.ttl ?? 0) * MINUTE,
    (hints?.period ?? 0) * MINUTE,
  ];
  const hold = Math.max(
    Math.min(Math.max(...holds), MAX_FRESHNESS),
    retryAfter(headers['retry-after'], now) ?? 0,
  );
  return hold > 0 ? addMilliseconds(now, hold) : undefined;
}

/**
 * Milliseconds that a `Retry-After` asks for, in seconds or as a date; undefined if it asks for nothing.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\s*(\d+)(?:\.\d+)?\s*$/.exec(header)?.[1];
  // What has no letters is no date, whatever `Date` makes of it.
  const date = /[a-z]/i.test(header) ? Date.parse(header) - Date.parse(now) : undefined;
  const wait = seconds === undefined ? (date ?? 0) : Math.ceil(Number(header)) * 1000;
  return wait > 0 ? Math.min(wait, MAX_RETRY_AFTER) : undefined;
}

function freshnessLifetime(headers: Readonly<Record<string, string>>, now: Instant): number {
  const control = headers['cache-control']?.toLowerCase() ?? '';
  // With a list of headers, `no-cache` speaks of those alone.
  if (/\bno-store\b|\bno-cache\b(?!\s*=)/.test(control)) return 0;
  const age = /\bmax-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (age !== undefined) {
    return Math.max(0, Number(age) - Number(/^\d+$/.exec(headers.age ?? '')?.[0] ?? 0)) * 1000;
  }
  // Against the server's own clock, if it tells it: ours may be wrong.
  const expires = Date.parse(headers.expires ?? '') - Date.parse(headers.date ?? now);
  return Number.isNaN(expires) ? 0 : Math.max(0, expires);
}

/** An instant and some milliseconds, rounded up to a whole second. */
export function addMilliseconds(now: Instant, milliseconds: number): Instant {
  const time = Math.ceil((Date.parse(now) + milliseconds) / 1000) * 1000;
  return new Date(time).toISOString().replace('.000Z', 'Z') as Instant;
}
