import type { FeedDocument, Reply } from '../../model/run/document.ts';
import type { DiscoveryMethod, UnreadFeed } from '../../model/run/foundFeed.ts';
import { faultOf, SourceError } from '../../model/run/sourceError.ts';
import type { Fault } from '../../model/run/sourceFaults.ts';
import type { ParsedFeed } from '../parse/parsedFeed.ts';
import { movedTo } from '../politeness/advise.ts';
import { foundFeed, type ReadFeed } from './foundFeed.ts';

export type ProbeReply = Pick<Reply, 'url' | 'contentType' | 'bytes' | 'hops'>;
export type ProbeFetch = (url: string) => Promise<ProbeReply>;

export interface ProbeOptions {
  /** fetches a feed, which is meant for programs; throws `SourceError` */
  fetchFeed: ProbeFetch;
  /** throws `SourceError` for what is no feed */
  parse(document: FeedDocument): Promise<ParsedFeed>;
  /** called before each request */
  onRequest?(url: string): void;
}

/** What was requested while the feeds of one site are looked for, and what came of it. */
export interface Probe {
  options: ProbeOptions;
  /** addresses that a request was sent to, in order */
  requested: string[];
  /** addresses that need not be tried again */
  tried: Set<string>;
  /** origins that have ceased to answer */
  silent: Set<string>;
  /** feeds that the page names and that could not be read */
  unread: UnreadFeed[];
}

export interface ProbeLimits {
  /** feeds with items after which to request no more; all, if left out */
  enough?: number;
  /** `fetchFeed`, if left out */
  send?: ProbeFetch;
}

/** Faults that say something of one address, and not of its whole host. */
export const ADDRESS_FAULTS: ReadonlySet<Fault> = new Set([
  'missing',
  'gone',
  'forbidden',
  'status',
  'tooLarge',
  'tooManyRedirects',
  'robots',
  'notAFeed',
  'parserEnded',
]);

/** Faults of an address that nothing was sent to. */
const UNREQUESTED: ReadonlySet<Fault> = new Set(['refused', 'robots']);

export function openProbe(options: ProbeOptions): Probe {
  return { options, requested: [], tried: new Set(), silent: new Set(), unread: [] };
}

/** Fetches an address, and counts it. @throws SourceError */
export async function probe(state: Probe, url: string, send: ProbeFetch): Promise<ProbeReply> {
  state.tried.add(url);
  state.options.onRequest?.(url);
  try {
    const reply = await send(url);
    countRequest(state, url);
    return reply;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined || !UNREQUESTED.has(fault)) countRequest(state, url);
    throw error;
  }
}

function countRequest({ requested }: Probe, url: string): void {
  if (!requested.includes(url)) requested.push(url);
}

/** Parses a reply as a feed. Only a redirect for good changes the address to follow. @throws SourceError */
export async function parseReply(
  { options }: Probe,
  reply: ProbeReply,
  { url, method }: { url: string; method: DiscoveryMethod },
): Promise<ReadFeed> {
  return foundFeed(await options.parse(reply), { feed: movedTo(reply.hops) ?? url, method });
}

/** Tries addresses as feeds, each once, until enough of them have items. */
export async function probeFeeds(
  state: Probe,
  urls: readonly string[],
  method: DiscoveryMethod,
  { enough = urls.length, send = state.options.fetchFeed }: ProbeLimits = {},
): Promise<ReadFeed[]> {
  const found: ReadFeed[] = [];
  for (const url of urls) {
    const feed = await probeFeed(state, url, method, send);
    if (feed) found.push(feed);
    if (found.filter(hasItems).length >= enough) break;
  }
  return found;
}

async function probeFeed(
  state: Probe,
  url: string,
  method: DiscoveryMethod,
  send: ProbeFetch,
): Promise<ReadFeed | undefined> {
  const { tried, silent } = state;
  if (tried.has(url) || silent.has(new URL(url).origin)) return undefined;
  try {
    return await parseReply(state, await probe(state, url, send), { url, method });
  } catch (error) {
    noteFailure(state, url, method, error);
    return undefined;
  }
}

/** Notes why an address is no feed that can be read; throws what is no fault of the address. */
function noteFailure(
  { silent, unread }: Probe,
  url: string,
  method: DiscoveryMethod,
  error: unknown,
): void {
  if (!(error instanceof SourceError)) throw error;
  const { fault, refusal } = error;
  // A rule may be wrong about an address; that says nothing of the page that stands there.
  if (method !== 'rule' && !ADDRESS_FAULTS.has(fault)) silent.add(new URL(url).origin);
  // An ordinary link that is no feed only looked like one.
  if (method === 'link' || (method === 'anchor' && fault !== 'notAFeed')) {
    unread.push({ feed: url, method, code: fault, status: refusal?.status });
  }
}

/** Whether a feed is worth following as it is: it has items, and they are no comments. */
export function hasItems({ found: { comments, total } }: ReadFeed): boolean {
  return !comments && total > 0;
}
