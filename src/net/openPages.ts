import robotsParser from 'robots-parser';
import type { Reply } from '../model/run/document.ts';
import { SourceError, sourceError } from '../model/run/sourceError.ts';
import type { FetchBytes, FetchOptions } from './openFetch.ts';

/** The name by which a robots.txt speaks to us. */
export const PRODUCT = 'Criba';

const PAGE_TYPES = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';
const MAX_PAGE_BYTES = 5 * 1024 * 1024;
const MAX_ROBOTS_BYTES = 500 * 1024;

type Rules = ReturnType<typeof robotsParser>;

/**
 * Reads pages, which are made for people, as RFC 9309 asks of a program: the robots.txt of an origin is read first, once
 * as long as this lives, and again for each origin that a redirect leads to. Feeds are made for programs and need none
 * of this.
 *
 * - It says no: `source/robots`.
 * - It does not exist (4xx), or lies behind more than five redirects: everything is allowed. 429 is no such answer.
 * - It cannot be read (5xx, no answer, a bad certificate): nothing is allowed. The fault is then the one of robots.txt,
 *   since the site did not ask us to stay away.
 *
 * Of a longer one the first 500 KiB count. `Accept` is for HTML, and a page has 5 MiB at most, unless said otherwise.
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1
 */
export function openPages(fetch: FetchBytes): FetchBytes {
  const known = new Map<string, Promise<Rules>>();
  const rulesOf = ({ origin }: URL, options: FetchOptions): Promise<Rules> => {
    const before = known.get(origin);
    if (before !== undefined) return before;
    const rules = readRobots(fetch, `${origin}/robots.txt`, options);
    known.set(origin, rules);
    return rules;
  };
  return (url, options = {}) =>
    fetch(url, {
      accept: PAGE_TYPES,
      maxBytes: MAX_PAGE_BYTES,
      ...options,
      async before(place) {
        const rules = await rulesOf(place, options);
        if (rules.isAllowed(place.href, PRODUCT) === false) {
          throw sourceError('robots', { url: place.href });
        }
        await options.before?.(place);
      },
    });
}

async function readRobots(
  fetch: FetchBytes,
  url: string,
  { signal }: FetchOptions,
): Promise<Rules> {
  try {
    const reply = await fetch(url, {
      accept: 'text/plain, */*;q=0.1',
      maxBytes: MAX_PAGE_BYTES,
      signal,
    });
    return robotsParser(url, textOf(reply));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { fault, refusal } = error;
    const absent =
      refusal !== undefined && Math.floor(refusal.status / 100) === 4 && fault !== 'busy';
    if (absent || fault === 'tooManyRedirects') return robotsParser(url, '');
    const values = { fault: error.coded };
    throw new SourceError(fault, { code: 'source/no-robots', values }, { cause: error });
  }
}

/** The lines within the limit; the last one may be half a line, and half a rule says something else. */
function textOf({ bytes }: Reply): string {
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_ROBOTS_BYTES));
  return bytes.length > MAX_ROBOTS_BYTES ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
}
