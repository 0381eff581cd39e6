import { Agent, type Dispatcher } from 'undici';
import type { Reply, Validators } from '../model/run/document.ts';
import { MAX_FEED_BYTES } from '../model/run/limits.ts';
import { type Hop, type SourceError, sourceError } from '../model/run/sourceError.ts';
import { decodeBody } from '../text/decodeBody.ts';
import { openDeadline } from './deadline.ts';
import {
  type Allowed,
  allowList,
  assertFetchable,
  guardedConnector,
  type ResolveName,
} from './guard.ts';
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
  /** milliseconds for all of it, if fewer are left than `FetchLimits` gives */
  total?: number;
  /** called before each request, redirects included; what it throws is thrown, and nothing is sent */
  before?(url: URL): void | Promise<void>;
  signal?: AbortSignal | undefined;
}

/**
 * Reads an address. Gives status 200, or 304 if `validators` were sent; throws `SourceError` for everything else,
 * with a `refusal` if a server replied.
 */
export type FetchBytes = (url: string, options?: FetchOptions) => Promise<Reply>;

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** What the value of a header may hold. @see https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/;

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
  total = 45_000,
}: OpenFetchOptions): { fetch: FetchBytes; close(): Promise<void> } {
  const allowed = allowList(allowHosts);
  const agent = new Agent({
    connect: guardedConnector(allowed, connect, resolve),
    headersTimeout: headers,
    bodyTimeout: idle,
    maxHeaderSize: 64 * 1024,
    // More than one: a redirect to the same host is asked while the connection that it came on is being ended.
    connections: 6,
    pipelining: 1,
    keepAliveTimeout: 4_000,
  });
  const client: Client = { agent, allowed, userAgent, total };
  return {
    fetch: (url, options = {}) => fetchBytes(client, url, options),
    close: () => agent.destroy(),
  };
}

interface Client {
  agent: Agent;
  allowed: Allowed;
  userAgent: string;
  /** milliseconds for a fetch, redirects included */
  total: number;
}

async function fetchBytes(client: Client, url: string, options: FetchOptions): Promise<Reply> {
  const { maxBytes = MAX_FEED_BYTES, signal } = options;
  const total = Math.min(options.total ?? client.total, client.total);
  const deadline = openDeadline(total, signal);
  let answered = false;
  try {
    const found = await follow(url, requester(client, options, deadline.signal));
    answered = true;
    const isConditional = Object.keys(conditions(options.validators)).length > 0;
    const unchanged = found.answer.statusCode === 304 && isConditional;
    return await toReply(found, { maxBytes, unchanged });
  } catch (error) {
    signal?.throwIfAborted();
    throw networkFault(error, { url, answered, late: deadline.passed(), total });
  } finally {
    deadline.clear();
  }
}

type SendRequest = (url: URL) => Promise<Dispatcher.ResponseData>;

/** Sends one request, without following a redirect. */
function requester(
  { agent, allowed, userAgent }: Client,
  { accept = FEED_TYPES, before, validators }: FetchOptions,
  signal: AbortSignal,
): SendRequest {
  const headers = {
    'user-agent': userAgent,
    accept,
    'accept-encoding': 'gzip, br',
    ...conditions(validators),
  };
  return async (url) => {
    assertFetchable(url, allowed);
    await before?.(url);
    const { origin, pathname, search } = url;
    return agent.request({ origin, path: `${pathname}${search}`, method: 'GET', headers, signal });
  };
}

interface Found {
  answer: Dispatcher.ResponseData;
  place: URL;
  hops: Hop[];
}

/** Sends a request, and follows redirects, five at most. */
async function follow(asked: string, send: SendRequest): Promise<Found> {
  const hops: Hop[] = [];
  let place = URL.parse(asked);
  if (place === null) throw sourceError('refused', { why: 'address', url: asked });
  for (;;) {
    const answer = await send(place);
    const { statusCode: status } = answer;
    const target = REDIRECTS.includes(status) ? locationOf(answer.headers) : '';
    if (target === '') return { answer, place, hops };
    discard(answer.body);
    if (hops.length === MAX_REDIRECTS) throw tooManyRedirects(asked, answer, hops);
    const next = URL.parse(target, place.href);
    if (next === null)
      throw sourceError('refused', { why: 'redirect', url: place.href, to: target });
    hops.push({ status, from: place.href, to: next.href });
    place = next;
  }
}

function tooManyRedirects(
  asked: string,
  { statusCode: status, headers }: Dispatcher.ResponseData,
  hops: Hop[],
): SourceError {
  const refusal = { status, headers: keptHeaders(headers), hops };
  return sourceError('tooManyRedirects', { url: asked, most: MAX_REDIRECTS }, { refusal });
}

/** Reads the body of an answer; throws for a status that is none. */
async function toReply(
  { answer: { statusCode, headers, body }, place, hops }: Found,
  { maxBytes, unchanged }: { maxBytes: number; unchanged: boolean },
): Promise<Reply> {
  const url = place.href;
  const kept = keptHeaders(headers);
  if (statusCode !== 200 && !unchanged) {
    discard(body);
    throw statusFault(url, { status: statusCode, headers: kept, hops });
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
function conditions({ etag = '', lastModified = '' }: Validators = {}): Record<string, string> {
  const headers = { 'if-none-match': etag, 'if-modified-since': lastModified };
  const sendable = Object.entries(headers).filter(([, value]) => FIELD_VALUE.test(value));
  return Object.fromEntries(sendable);
}
