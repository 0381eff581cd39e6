import { Agent, type Dispatcher } from 'undici';
import type { Reply, Validators } from '../model/run/document.ts';
import { MAX_FEED_BYTES } from '../model/run/limits.ts';
import { type Hop, SourceError, sourceError } from '../model/run/sourceError.ts';
import { decodeBody } from '../text/decodeBody.ts';
import { openDeadline } from './deadline.ts';
import { allowList, assertFetchable, guardedConnector, type ResolveName } from './guard.ts';
import { headerOf, keptHeaders, locationOf } from './headers.ts';
import { networkFault } from './networkFault.ts';
import { discard, readBody } from './readBody.ts';
import { statusFault } from './statusFault.ts';

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
  /** milliseconds for all of it, redirects and retries included; 45,000 */
  total?: number;
}

export interface OpenFetchOptions extends FetchLimits {
  /** says who asks, and where to write to us */
  userAgent: string;
  /** `host` or `host:port` that may be read although they are not public; from the operator, never from content */
  allowHosts?: readonly string[];
  /** how names are resolved; as the system does */
  resolve?: ResolveName;
}

export interface FetchOptions {
  /** the `Accept` header; feeds unless said otherwise */
  accept?: string;
  /** decompressed bytes at most; 10 MiB unless said otherwise */
  maxBytes?: number;
  /** asks whether the answer is still the one that these came with: 304 is then an answer, too */
  validators?: Validators | undefined;
  /** milliseconds for all of it, where fewer than `FetchLimits` gives are left */
  total?: number;
  /** called before each request, redirects included; what it throws is thrown, and nothing is sent */
  before?(url: URL): void | Promise<void>;
  signal?: AbortSignal | undefined;
}

/**
 * Reads an address. Gives status 200, or 304 where `validators` were sent; throws `SourceError` for everything else,
 * with a `refusal` where a server said something.
 */
export type FetchBytes = (url: string, options?: FetchOptions) => Promise<Reply>;

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * The one place that speaks HTTP. Only http(s) and public addresses, checked on every hop where the connection is
 * made; strict decompression with the decoded bytes counted; a deadline on every step and on the whole; no cookies, no
 * referrer. `close` ends what is under way.
 */
export function openFetch({
  userAgent,
  allowHosts = [],
  resolve,
  connect = 10_000,
  headers = 15_000,
  idle = 15_000,
  total: limit = 45_000,
}: OpenFetchOptions): { fetch: FetchBytes; close(): Promise<void> } {
  const allowed = allowList(allowHosts);
  const dispatcher = new Agent({
    connect: guardedConnector(allowed, connect, resolve),
    headersTimeout: headers,
    bodyTimeout: idle,
    maxHeaderSize: 64 * 1024,
    // More than one: a redirect to the same host is asked while the connection that it came on is being ended.
    connections: 6,
    pipelining: 1,
    keepAliveTimeout: 4_000,
  });
  const fetch: FetchBytes = async (asked, options = {}) => {
    const { accept = FEED_TYPES, maxBytes = MAX_FEED_BYTES, before } = options;
    const total = Math.min(options.total ?? limit, limit);
    const deadline = openDeadline(total, options.signal);
    const conditions = conditional(options.validators);
    const sent = { 'user-agent': userAgent, accept, 'accept-encoding': 'gzip, br', ...conditions };
    const ask = async (url: URL) => {
      assertFetchable(url, allowed);
      await before?.(url);
      const { origin, pathname, search } = url;
      const path = `${pathname}${search}`;
      const { signal } = deadline;
      return dispatcher.request({ origin, path, method: 'GET', headers: sent, signal });
    };
    let answered = false;
    try {
      const found = await follow(asked, ask);
      answered = true;
      const unchanged = found.answer.statusCode === 304 && Object.keys(conditions).length > 0;
      return await toReply(found, { maxBytes, unchanged });
    } catch (error) {
      options.signal?.throwIfAborted();
      throw networkFault(error, { url: asked, answered, late: deadline.passed(), total });
    } finally {
      deadline.clear();
    }
  };
  return { fetch, close: () => dispatcher.destroy() };
}

interface Found {
  answer: Dispatcher.ResponseData;
  place: URL;
  hops: Hop[];
}

/** Asks, and asks again where the answer points to, five times at most. */
async function follow(
  asked: string,
  ask: (url: URL) => Promise<Dispatcher.ResponseData>,
): Promise<Found> {
  const hops: Hop[] = [];
  let place = URL.parse(asked);
  if (place === null) throw sourceError('refused', `${asked}: not an address.`);
  for (;;) {
    const answer = await ask(place);
    const { statusCode: status } = answer;
    const target = REDIRECTS.includes(status) ? locationOf(answer.headers) : '';
    if (target === '') return { answer, place, hops };
    discard(answer.body);
    if (hops.length === MAX_REDIRECTS) {
      const refusal = { status, headers: keptHeaders(answer.headers), hops };
      const message = `${asked}: more than ${MAX_REDIRECTS} redirects.`;
      throw new SourceError('tooManyRedirects', message, { refusal });
    }
    const next = URL.parse(target, place.href);
    if (next === null)
      throw sourceError('refused', `${place.href} leads to ${target}: not an address.`);
    hops.push({ status, from: place.href, to: next.href });
    place = next;
  }
}

/** Reads the body of an answer, and refuses what is none. */
async function toReply(
  { answer: { statusCode, headers, body }, place, hops }: Found,
  { maxBytes, unchanged }: { maxBytes: number; unchanged: boolean },
): Promise<Reply> {
  const url = place.href;
  const kept = keptHeaders(headers);
  if (statusCode !== 200 && !unchanged) {
    discard(body);
    const refusal = { status: statusCode, headers: kept, hops };
    const message = `${url}: HTTP status ${statusCode}.`;
    throw new SourceError(statusFault(statusCode), message, { refusal });
  }
  const length = unchanged ? '' : headerOf(headers, 'content-length');
  const raw = await readBody(body, { length, maxBytes, url });
  const encoding = unchanged ? '' : headerOf(headers, 'content-encoding');
  return {
    status: unchanged ? 304 : 200,
    url,
    contentType: headerOf(headers, 'content-type'),
    headers: kept,
    raw,
    bytes: decodeBody(raw, encoding, { maxBytes, url }),
    hops,
    requests: hops.length + 1,
  };
}

/** Validators go back as they came; what no header can hold came from elsewhere and is left out. */
function conditional({ etag, lastModified }: Validators = {}): Record<string, string> {
  const sendable = (value: string | undefined) =>
    value !== undefined && value !== '' && /^[\t\x20-\x7e\x80-\xff]+$/.test(value);
  return {
    ...(sendable(etag) && { 'if-none-match': etag }),
    ...(sendable(lastModified) && { 'if-modified-since': lastModified }),
  } as Record<string, string>;
}
