import type { Settings } from '../model/desk/settings.ts';
import { CribaError } from '../model/run/error.ts';
import type { FetchLimits, OpenFetchOptions } from './openFetch.ts';

/** As in package.json: a test holds them together. */
const VERSION = '0.1.0';

const LIMITS = ['connect', 'headers', 'idle', 'total'] as const;

/**
 * How a desk asks: with a name and an address that a publisher can write to.
 * @param allowHosts the operator's `CRIBA_ALLOW_HOSTS`: hosts that may be read although they are not public, by commas
 * @param timeouts the operator's `CRIBA_TIMEOUTS`: milliseconds instead of those of `FetchLimits`, by commas:
 *   `connect=500,total=3000`. For a slow network, and for tests.
 */
export function fetchOptions(
  { url, contact }: Settings,
  allowHosts = '',
  timeouts = '',
): OpenFetchOptions {
  const about = url === undefined ? contact : `${url}; ${contact}`;
  return {
    userAgent: `Criba/${VERSION} (+${asHeader(about)})`,
    allowHosts: allowHosts.split(','),
    ...readTimeouts(timeouts),
  };
}

function readTimeouts(text: string): FetchLimits {
  const limits: FetchLimits = {};
  for (const entry of text.split(',').filter((part) => part.trim() !== '')) {
    const [, name, milliseconds] = /^\s*(\w+)\s*=\s*([1-9]\d{0,6})\s*$/.exec(entry) ?? [];
    const limit = LIMITS.find((one) => one === name);
    if (limit === undefined) {
      throw new CribaError('usage/timeouts', { given: entry, limits: LIMITS });
    }
    limits[limit] = Number(milliseconds);
  }
  return limits;
}

/** What a header may hold: a dash or an accent in a contact would make every request fail. */
function asHeader(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[^\x20-\x7e]/g, '');
}
