import type { FeedDocument } from '../../model/run/document.ts';
import type { DiscoveryMethod, UnreadFeed } from '../../model/run/foundFeed.ts';
import { SourceError } from '../../model/run/sourceError.ts';
import { decodeText } from '../../text/charset.ts';
import { registrableDomain } from '../politeness/registrableDomain.ts';
import { feedsByRule } from './feedsByRule.ts';
import type { ReadFeed } from './foundFeed.ts';
import {
  ADDRESS_FAULTS,
  hasItems,
  openProbe,
  type Probe,
  type ProbeFetch,
  type ProbeLimits,
  type ProbeOptions,
  type ProbeReply,
  parseReply,
  probe,
  probeFeeds,
} from './probe.ts';
import { type RankedFeeds, rankFeeds } from './rankFeeds.ts';
import { type FeedLinks, readFeedLinks } from './readFeedLinks.ts';
import { wellKnownPaths } from './wellKnownPaths.ts';

export interface DiscoverOptions extends ProbeOptions {
  /** fetches a page, if robots.txt lets us; throws `SourceError` */
  fetchPage: ProbeFetch;
  /** fetches what may be a feed, if robots.txt lets us; throws `SourceError` */
  fetchGuess: ProbeFetch;
}

/** What a site has to follow. */
export interface Discovery extends RankedFeeds {
  /** addresses that a request was sent to, in order */
  requested: string[];
  /** feeds that the page names and that could not be read */
  unread: UnreadFeed[];
  /** of the page, if one was read */
  page?: Pick<FeedLinks, 'title' | 'language'> & { url: string };
}

/** Feeds that are fetched of those that one page names. */
const MAX_NAMED = 10;

/**
 * Finds the feeds of a site, one request at a time and no more than it takes: those that the address promises by rule,
 * the address itself, those that the page names, and then the places where feeds usually stand.
 * @param address http(s)
 * @throws SourceError if the address gives no answer and no feed is found without it
 */
export async function discover(address: string, options: DiscoverOptions): Promise<Discovery> {
  const state = openProbe(options);
  const byRule = await probeFeeds(state, feedsByRule(address), 'rule', { enough: 1 });
  if (byRule.some(hasItems)) return discovery(state, byRule, address);
  const answer = await readAddress(state, address, options);
  switch (answer.kind) {
    case 'feed':
      return discovery(state, [answer.feed], address);
    case 'page':
      return discoverOnPage(state, answer.page, byRule);
    case 'refused': {
      // Whoever keeps us from the page may keep us from more: if we only guess, robots.txt counts for feeds too.
      const guesses = { enough: 1, send: options.fetchGuess };
      const guessed = await probeFeeds(state, wellKnownPaths(address), 'path', guesses);
      if (byRule.length + guessed.length === 0) throw answer.error;
      return discovery(state, [...byRule, ...guessed], address);
    }
  }
}

/** What stands at the address that was given. */
type AddressAnswer =
  | { kind: 'feed'; feed: ReadFeed }
  | { kind: 'page'; page: ProbeReply }
  | { kind: 'refused'; error: SourceError };

async function readAddress(
  state: Probe,
  address: string,
  { fetchPage, fetchFeed }: DiscoverOptions,
): Promise<AddressAnswer> {
  const asFeed = looksLikeFeed(address);
  const first = await fetchAddress(state, address, asFeed ? fetchFeed : fetchPage);
  if (first.kind === 'refused') return first;
  const feed = isPage(first.page) ? undefined : await feedIn(state, first.page, address);
  if (feed !== undefined) return { kind: 'feed', feed };
  // What is read as a page is fetched as one.
  return asFeed ? fetchAddress(state, address, fetchPage) : first;
}

/** Rejects if nothing else of the same host need be tried. */
async function fetchAddress(
  state: Probe,
  address: string,
  send: ProbeFetch,
): Promise<Exclude<AddressAnswer, { kind: 'feed' }>> {
  try {
    return { kind: 'page', page: await probe(state, address, send) };
  } catch (error) {
    if (error instanceof SourceError && ADDRESS_FAULTS.has(error.fault)) {
      return { kind: 'refused', error };
    }
    throw error;
  }
}

async function feedIn(state: Probe, reply: ProbeReply, url: string): Promise<ReadFeed | undefined> {
  try {
    return await parseReply(state, reply, { url, method: 'itself' });
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

/** Tries what the page names, the surest first, until there is a feed with items. */
async function discoverOnPage(
  state: Probe,
  page: ProbeReply,
  byRule: readonly ReadFeed[],
): Promise<Discovery> {
  const { url } = page;
  const links = readFeedLinks(page);
  // If a page says that it belongs to somebody else, the feeds there are somebody else's.
  const own = links.canonical.filter((one) => registrableDomain(one) === registrableDomain(url));
  const steps: [urls: readonly string[], method: DiscoveryMethod, limits?: ProbeLimits][] = [
    [own.flatMap(feedsByRule), 'rule', { enough: 1 }],
    [links.links.slice(0, MAX_NAMED), 'link'],
    [links.anchors.slice(0, MAX_NAMED), 'anchor'],
    [wellKnownPaths(url, links), 'path', { enough: 1 }],
  ];
  const found = [...byRule];
  for (const [urls, method, limits] of steps) {
    found.push(...(await probeFeeds(state, urls, method, limits)));
    if (found.some(hasItems)) break;
  }
  return discovery(state, found, url, links);
}

/** @param links what the page says of itself, if one was read */
function discovery(
  { requested, unread }: Probe,
  found: readonly ReadFeed[],
  url: string,
  links?: FeedLinks,
): Discovery {
  const ranked = rankFeeds(found, { url, signs: links });
  const page = links && { url, title: links.title, language: links.language };
  return { ...ranked, requested, unread, page };
}

/** Whether an address is fetched as a feed, and not as a page. */
function looksLikeFeed(address: string): boolean {
  const { pathname } = new URL(address);
  return /\.(?:rss|atom|rdf|xml|json)$|\/(?:feed|rss|atom)\/?$/i.test(pathname);
}

/** Whether a reply is HTML, whatever its media type says. */
function isPage({ bytes, contentType }: FeedDocument): boolean {
  const start = decodeText(bytes.subarray(0, 2_000), contentType).text;
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head)\b/i.test(start);
}
