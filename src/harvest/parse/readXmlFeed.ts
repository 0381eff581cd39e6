import type { FeedFormat, RawEntry, RawFeed } from '../rawFeed.ts';
import { CHANNEL_KEYS, channelFacts } from './channelFacts.ts';
import { impliedEnd } from './entryEnds.ts';
import { ENTRY_KEYS } from './entryKeys.ts';
import { hasEntryTag } from './entryTags.ts';
import { declaresRss, formatOf, isEntry, isEntryName, isOtherFormat } from './feedFormat.ts';
import { readEntry } from './readEntry.ts';
import { readXml } from './readXml.ts';
import type { Role } from './visitor.ts';
import { attribute, type XmlElement } from './xmlElement.ts';

const MAX_FEED_ELEMENTS = 1_000;

/** Where the elements of the feed itself stand. */
const CONTAINERS = new Set([
  'rss:rss',
  'rdf:rdf',
  'rss:rdf',
  'rss:channel',
  'atom:channel',
  'atom:feed',
]);

/** Other elements that may stand before a feed begins. */
const MAX_BEFORE = 50;

/** What has been found of a feed. */
interface Found {
  /** undefined until the feed begins */
  format: FeedFormat | undefined;
  root: XmlElement | undefined;
  channel: XmlElement | undefined;
  /** elements before the feed, and its root */
  before: number;
  /** elements of the feed itself */
  children: XmlElement[];
  /** entries */
  total: number;
}

/**
 * RSS, RDF, Atom or CDF. Undefined if no such feed begins near the top, or if no entry is found although one begins.
 * @param url where it came from, for the links
 * @param each makes something of an entry; beyond `maxEntries` entries are only counted
 */
export function readXmlFeed<T>(
  text: string,
  {
    url,
    maxEntries,
    each,
  }: { url: string | undefined; maxEntries: number; each: (entry: RawEntry) => T },
): RawFeed<T> | undefined {
  const found: Found = {
    format: undefined,
    root: undefined,
    channel: undefined,
    before: 0,
    children: [],
    total: 0,
  };
  const entries: T[] = [];
  readXml(text, {
    base: url,
    visitor: {
      roleOf: (element, parent) => roleOf(found, element, parent),
      // Of entries that are only counted nothing is read.
      reads: (key, root) => !isEntryName(root) || (found.total < maxEntries && ENTRY_KEYS.has(key)),
      impliedEnd,
      onSubtree(element) {
        if (!isEntry(element)) {
          found.children.push(element);
          return;
        }
        found.total += 1;
        if (found.total <= maxEntries) entries.push(each(readEntry(element)));
      },
    },
  });
  const { format, root, channel, children, total } = found;
  if (format === undefined || root === undefined || isNoFeed(found, root, text)) return undefined;
  return { format, total, entries, ...channelFacts(children, channel ?? root) };
}

function roleOf(found: Found, element: XmlElement, parent: string): Role {
  if (found.format === undefined) {
    found.before += 1;
    found.format = formatOf(element);
    if (found.format === undefined)
      return found.before > MAX_BEFORE || element.name === 'html' ? 'stop' : 'descend';
    found.root = element;
    if (element.name !== 'entry' && element.name !== 'channel') return 'descend';
  }
  if (element.name === 'channel') {
    found.channel ??= element;
    if (isCdf(element, found.root)) found.format = 'cdf';
    return 'descend';
  }
  if (isEntry(element)) return 'build';
  const isRead = CONTAINERS.has(parent) && CHANNEL_KEYS.has(element.key);
  return isRead && found.children.length < MAX_FEED_ELEMENTS ? 'build' : 'descend';
}

function isCdf(channel: XmlElement, root: XmlElement | undefined): boolean {
  return Boolean(attribute(channel, 'href')) || (root === channel && !declaresRss(channel));
}

/** An empty feed is in order; a format that only looks like one, and one whose entries nobody can find, is not. */
function isNoFeed({ format, channel, children, total }: Found, root: XmlElement, text: string) {
  if (total > 0) return false;
  // RDF is about anything: pictures carry it too.
  if (format === 'rdf' && channel === undefined && !declaresRss(root)) return true;
  return isOtherFormat(root, children) || hasEntryTag(text);
}
