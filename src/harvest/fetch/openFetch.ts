import { Agent, type Dispatcher } from 'undici';
import type { FeedDocument } from '../document.ts';
import { sourceError } from '../sourceError.ts';
import { allowList, assertFetchable, guardedConnector } from './guard.ts';
import { networkFault } from './networkFault.ts';
import { discard, readBody } from './readBody.ts';

const FEED_TYPES =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

export interface FetchLimits {
  /** milliseconds to connect; 10,000 */
  connect?: number;
  /** milliseconds from the request to the end of the headers; 15,000 */
  headers?: number;
  /** milliseconds between two pieces of a body; 15,000 */
  idle?: number;
  /** milliseconds for all of it, redirects included; 45,000 */
  total?: number;
}

export interface OpenFetchOptions extends FetchLimits {
  /** says who asks, and where to write to us */
  userAgent: string;
  /** `host` or `host:port` that may be read although they are not public; from the operator, never from content */
  allowHosts?: readonly string[];
}

export interface FetchOptions {
  /** the `Accept` header; feeds unless said otherwise */
  accept?: string;
  /** decompressed bytes at most; 10 MiB unless said otherwise */
  maxBytes?: number;
  signal?: AbortSignal | undefined;
}

/** Reads an address. Throws `CribaError` with the codes of `sourceError`. */
export type FetchBytes = (url: string, options?: FetchOptions) => Promise<FeedDocument>;

export const MAX_FEED_BYTES = 10 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * The one place that speaks HTTP. Only http(s) and public addresses, checked on every hop where the connection is
 * made; only status 200 is an answer; strict decompression with the decoded bytes counted; a deadline on every step
 * and on the whole; no cookies, no referrer. `close` ends what is under way.
 */
export function openFetch({
  userAgent,
  allowHosts = [],
  connect = 10_000,
  headers = 15_000,
  idle = 15_000,
  total = 45_000,
}: OpenFetchOptions): { fetch: FetchBytes; close(): Promise<void> } {
  const allowed = allowList(allowHosts);
  const dispatcher = new Agent({
    connect: guardedConnector(allowed, connect),
    headersTimeout: headers,
    bodyTimeout: idle,
    maxHeaderSize: 64 * 1024,
    connections: 6,
    pipelining: 1,
    keepAliveTimeout: 4_000,
  });
  const ask = (url: URL, accept: string, signal: AbortSignal) =>
    dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { 'user-agent': userAgent, accept, 'accept-encoding': 'gzip, br' },
      signal,
    });
  return {
    fetch: async (url, { accept = FEED_TYPES, maxBytes = MAX_FEED_BYTES, signal } = {}) => {
      const deadline = AbortSignal.timeout(total);
      const stop = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
      let answered = false;
      try {
        const { answer, place } = await follow(url, (hop) => {
          assertFetchable(hop, allowed);
          return ask(hop, accept, stop);
        });
        answered = true;
        const encoding = header(answer, 'content-encoding');
        const bytes = await readBody(answer.body, { encoding, maxBytes, url: place.href });
        const contentType = header(answer, 'content-type');
        return { status: answer.statusCode, url: place.href, contentType, bytes };
      } catch (error) {
        signal?.throwIfAborted();
        throw networkFault(error, { url, answered, late: deadline.aborted, total });
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/** Asks, and asks again where the answer points to, five times at most. */
async function follow(
  from: string,
  ask: (url: URL) => Promise<Dispatcher.ResponseData>,
): Promise<{ answer: Dispatcher.ResponseData; place: URL }> {
  let place = URL.parse(from);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    if (place === null) throw sourceError('refused', `${from}: not an address.`);
    const answer = await ask(place);
    if (answer.statusCode === 200) return { answer, place };
    discard(answer.body);
    const target = header(answer, 'location');
    if (![301, 302, 303, 307, 308].includes(answer.statusCode) || target === '') {
      throw sourceError('status', `${place.href}: HTTP status ${answer.statusCode}.`);
    }
    place = URL.parse(target, place.href);
  }
  throw sourceError('tooManyRedirects', `${from}: more than ${MAX_REDIRECTS} redirects.`);
}

function header({ headers }: Dispatcher.ResponseData, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
