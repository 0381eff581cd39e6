import type { FeedDocument, Reply } from '../../model/run/document.ts';
import type { DiscoveryMethod, UnreadFeed } from '../../model/run/foundFeed.ts';
import { faultOf, SourceError } from '../../model/run/sourceError.ts';
import { decodeText } from '../../text/charset.ts';
import type { ParsedFeed } from '../parse/parsedFeed.ts';
import { movedTo } from '../politeness/advise.ts';
import { registrableDomain } from '../politeness/registrableDomain.ts';
import { feedsByRule } from './feedsByRule.ts';
import { foundFeed, type ReadFeed } from './foundFeed.ts';
import { type AskedPage, type RankedFeeds, rankFeeds } from './rankFeeds.ts';
import { type FeedLinks, readFeedLinks } from './readFeedLinks.ts';
import { wellKnownPaths } from './wellKnownPaths.ts';

type Answer = Pick<Reply, 'url' | 'contentType' | 'bytes' | 'hops'>;
type Ask = (url: string) => Promise<Answer>;

export interface DiscoverOptions {
  /** asks for a page, if robots.txt lets us; throws `SourceError` */
  askPage: Ask;
  /** asks for a feed, which is meant for programs; throws `SourceError` */
  askFeed: Ask;
  /** asks for what may be a feed, if robots.txt lets us; throws `SourceError` */
  askGuess: Ask;
  /** throws `SourceError` for what is no feed */
  parse(document: FeedDocument): Promise<ParsedFeed>;
  /** called before each request */
  onAsk?(url: string): void;
}

/** What a site has to follow. */
export interface Discovery extends RankedFeeds {
  /** addresses that were asked for, in order; those that nobody may ask for are none */
  asked: string[];
  /** feeds that the page names and that could not be read */
  unread: UnreadFeed[];
  /** of the page, where one was read */
  page?: Pick<FeedLinks, 'title' | 'language'> & { url: string };
}

/** Feeds that are asked for of those that one page names. */
const MAX_NAMED = 10;
/** How a host refuses one address and not all of them. */
const ABOUT_ONE_ADDRESS: ReadonlySet<string> = new Set([
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
const UNASKED: ReadonlySet<string> = new Set(['refused', 'robots']);

/**
 * Finds the feeds of a site, one request at a time and no more than it takes: those that the address promises by rule,
 * the address itself, those that the page names, and then the places where feeds usually stand.
 * @param address http(s)
 * @throws SourceError when the address gives no answer and no feed is found without it
 */
export async function discover(address: string, options: DiscoverOptions): Promise<Discovery> {
  const { askPage, askFeed, askGuess } = options;
  const { tryFeeds, read, ask, asked, unread } = openTries(options);
  const done = (found: ReadFeed[], page: AskedPage & { links?: FeedLinks } = { url: address }) => ({
    ...rankFeeds(found, page),
    asked,
    unread,
    ...(page.links && {
      page: { url: page.url, title: page.links.title, language: page.links.language },
    }),
  });

  const found = await tryFeeds(feedsByRule(address), 'rule', { enough: 1 });
  if (found.some(hasItems)) return done(found);

  const asFeed = looksLikeFeed(address);
  let answer = await ask(address, asFeed ? askFeed : askPage).catch(refusal);
  if (!(answer instanceof Error) && !isPage(answer)) {
    const feed = await read(answer, address, 'itself').catch(unlessFault);
    if (feed) return done([feed]);
  }
  // What is read as a page is asked for as one.
  if (asFeed && !(answer instanceof Error)) answer = await ask(address, askPage).catch(refusal);
  if (answer instanceof Error) {
    // Whoever keeps us from the page may keep us from more: robots.txt is heeded where we only guess.
    const guesses = { enough: 1, how: askGuess };
    found.push(...(await tryFeeds(wellKnownPaths(address), 'path', guesses)));
    if (found.length > 0) return done(found);
    throw answer;
  }

  const { url } = answer;
  const links = readFeedLinks(answer);
  // Where a page says that it stands with somebody else, the feeds there are somebody else's.
  const own = links.canonical.filter((one) => registrableDomain(one) === registrableDomain(url));
  const steps: [urls: readonly string[], method: DiscoveryMethod, limits?: Limits][] = [
    [own.flatMap(feedsByRule), 'rule', { enough: 1 }],
    [links.links.slice(0, MAX_NAMED), 'link'],
    [links.anchors.slice(0, MAX_NAMED), 'anchor'],
    [wellKnownPaths(url, links), 'path', { enough: 1 }],
  ];
  for (const [urls, method, limits] of steps) {
    found.push(...(await tryFeeds(urls, method, limits)));
    if (found.some(hasItems)) break;
  }
  return done(found, { url, signs: links, links });
}

interface Limits {
  /** feeds with items after which to ask no more */
  enough?: number;
  how?: Ask;
}

/** Asks for addresses, each once, and for none of an origin that has ceased to answer. */
function openTries({ askFeed, parse, onAsk }: DiscoverOptions) {
  const asked: string[] = [];
  const tried = new Set<string>();
  const silent = new Set<string>();
  const unread: UnreadFeed[] = [];
  const ask = async (url: string, how: Ask) => {
    tried.add(url);
    onAsk?.(url);
    const answer = await how(url).catch((error: unknown) => {
      if (!UNASKED.has(faultOf(error) ?? '') && !asked.includes(url)) asked.push(url);
      throw error;
    });
    if (!asked.includes(url)) asked.push(url);
    return answer;
  };
  const read = async (document: Answer, url: string, method: DiscoveryMethod) =>
    // Only what has moved for good is followed to where it went.
    foundFeed(await parse(document), { feed: movedTo(document.hops) ?? url, method });
  const tryFeed = async (
    url: string,
    method: DiscoveryMethod,
    how: Ask,
  ): Promise<ReadFeed | undefined> => {
    const { origin } = new URL(url);
    if (tried.has(url) || silent.has(origin)) return undefined;
    try {
      return await read(await ask(url, how), url, method);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      // A rule may be wrong about a place; that says nothing of the page that stands there.
      if (method !== 'rule' && !ABOUT_ONE_ADDRESS.has(fault)) silent.add(origin);
      if (method === 'link' || (method === 'anchor' && fault !== 'notAFeed')) {
        const status = error instanceof SourceError ? error.refusal?.status : undefined;
        unread.push({ feed: url, method, code: fault, ...(status !== undefined && { status }) });
      }
      return undefined;
    }
  };
  const tryFeeds = async (
    urls: readonly string[],
    method: DiscoveryMethod,
    { enough = urls.length, how = askFeed }: Limits = {},
  ) => {
    const found: ReadFeed[] = [];
    for (const url of urls) {
      const feed = await tryFeed(url, method, how);
      if (feed) found.push(feed);
      if (found.filter(hasItems).length >= enough) break;
    }
    return found;
  };
  return { asked, unread, ask, read, tryFeeds };
}

function hasItems({ found: { comments, total } }: ReadFeed): boolean {
  return !comments && total > 0;
}

/** An address that is asked for as a feed, and not as a page. */
function looksLikeFeed(address: string): boolean {
  const { pathname } = new URL(address);
  return /\.(?:rss|atom|rdf|xml|json)$|\/(?:feed|rss|atom)\/?$/i.test(pathname);
}

/** Whether an answer is HTML, whatever its media type says. */
function isPage({ bytes, contentType }: FeedDocument): boolean {
  const start = decodeText(bytes.subarray(0, 2_000), contentType).text;
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head)\b/i.test(start);
}

/** The error, where there is use in asking the same host for something else. */
function refusal(error: unknown): Error {
  if (error instanceof Error && ABOUT_ONE_ADDRESS.has(faultOf(error) ?? '')) return error;
  throw error;
}

function unlessFault(error: unknown): undefined {
  if (faultOf(error) === undefined) throw error;
}
