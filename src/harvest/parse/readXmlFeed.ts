import type { FeedFormat, RawEntry, RawFeed } from '../rawFeed.ts';
import { atomLinks } from './atomLinks.ts';
import { attributeLinks, elementBag, fullKeys } from './elementBag.ts';
import { hasEntryTag } from './entryTags.ts';
import { feedHints, HINT_KEYS } from './feedHints.ts';
import { LICENSE_KEYS, licenseLinks } from './licenseLinks.ts';
import { spaceOf } from './namespaces.ts';
import { namedFirst, personOf } from './people.ts';
import { rawText } from './rawText.ts';
import { ENTRY_KEYS, readEntry } from './readEntry.ts';
import { readXml } from './readXml.ts';
import type { OpenChild, Role } from './visitor.ts';
import { attribute, type XmlElement } from './xmlElement.ts';

/** Elements of the feed itself that anybody reads. */
const FEED_KEYS: ReadonlySet<string> = new Set(
  [
    'title',
    'dc:title',
    'link',
    'language',
    'dc:language',
    'dc:creator',
    'dc:author',
    'managingeditor',
    'itunes:author',
    'atom:author',
    ...HINT_KEYS,
    ...LICENSE_KEYS,
  ].flatMap(fullKeys),
);
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

/** Elements of one line: a sibling that opens inside one shows that it was never closed. */
const LINES = new Set(
  'title link guid id pubdate published updated comments language ttl'.split(' '),
);
const SIBLINGS = new Set([
  ...LINES,
  'description',
  'summary',
  'content',
  'enclosure',
  'author',
  'category',
]);

/** Elements that mostly say everything in their attributes, so that some forget to end them. */
const EMPTY = new Set('enclosure category source author image thumbnail'.split(' '));

/** Other elements that may stand before a feed begins. */
const MAX_BEFORE = 50;

/**
 * RSS, RDF, Atom or CDF. Undefined where no such feed begins near the top.
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
  let format: FeedFormat | undefined;
  let root: XmlElement | undefined;
  let channel: XmlElement | undefined;
  let seen = 0;
  let total = 0;
  const own: XmlElement[] = [];
  const entries: T[] = [];

  const visit = (element: XmlElement, parent: string): Role => {
    if (format === undefined) {
      format = formatOf(element);
      seen += 1;
      if (format === undefined)
        return seen > MAX_BEFORE || element.name === 'html' ? 'stop' : 'into';
      root = element;
      if (element.name !== 'entry' && element.name !== 'channel') return 'into';
    }
    if (element.name === 'channel') {
      channel ??= element;
      if (attribute(element, 'href') || (root === element && !isRss(element))) format = 'cdf';
      return 'into';
    }
    if (isEntry(element)) return 'keep';
    const ofFeed = CONTAINERS.has(parent) && FEED_KEYS.has(element.key);
    return ofFeed && own.length < MAX_FEED_ELEMENTS ? 'keep' : 'into';
  };

  readXml(text, {
    base: url,
    visitor: {
      visit,
      // Of entries that are only counted nothing is read.
      reads: (key, kept) => !isEntryName(kept) || (total < maxEntries && ENTRY_KEYS.has(key)),
      ends,
      kept(element) {
        if (!isEntry(element)) {
          own.push(element);
          return;
        }
        total += 1;
        if (total <= maxEntries) entries.push(each(readEntry(element)));
      },
    },
  });
  if (format === undefined || root === undefined) return undefined;
  // RDF is about anything: pictures carry it too.
  if (format === 'rdf' && channel === undefined && total === 0 && !isRss(root)) return undefined;
  // An empty feed is in order; one whose entries nobody can find is not.
  if (total === 0 && (isOther(root, own) || hasEntryTag(text))) return undefined;
  return { format, total, entries, ...feedFacts(own, channel ?? root) };
}

/** An entry in an entry shows that the outer one was never closed, unless it stands in a text. */
function ends(
  name: string,
  { kept, child }: { kept: string; child?: OpenChild },
): 'whole' | 'child' | undefined {
  const inLine = child !== undefined && LINES.has(child.name);
  if (isEntryName(kept)) {
    if (name === kept) {
      const inText = child !== undefined && !inLine && !(child.blank && EMPTY.has(child.name));
      return inText ? undefined : 'whole';
    }
    return inLine && SIBLINGS.has(name) ? 'child' : undefined;
  }
  if (child !== undefined) return isEntryName(name) && !LINES.has(kept) ? 'whole' : undefined;
  return isEntryName(name) || (LINES.has(kept) && SIBLINGS.has(name)) ? 'whole' : undefined;
}

function feedFacts(own: readonly XmlElement[], channel: XmlElement) {
  const bag = elementBag(own);
  const links = atomLinks(bag.all('link'));
  const [title] = bag
    .all('title', 'dc:title')
    .map((element) => rawText(element))
    .filter(Boolean);
  return {
    title,
    sites: [...links.pages, ...attributeLinks([channel], 'href')],
    authors: namedFirst([
      ...bag.all('atom:author').map(personOf),
      ...bag.texts('itunes:author', 'dc:creator', 'dc:author', 'managingeditor'),
    ]),
    licenses: [...links.licenses, ...licenseLinks(bag)],
    language: bag.texts('language', 'dc:language')[0] ?? channel.lang ?? title?.language,
    hints: feedHints(bag),
  };
}

function formatOf({ name, key }: XmlElement): FeedFormat | undefined {
  if (name === 'rss' || name === 'channel') return 'rss';
  if (name === 'rdf') return 'rdf';
  return name === 'feed' || key === 'atom:entry' ? 'atom' : undefined;
}

/** Whether an element declares a namespace of RSS. */
function isRss({ attributes }: XmlElement): boolean {
  return attributes.some((text, at) => at % 2 === 1 && spaceOf(text) === 'rss');
}

/** `feed` and `channel` are words of many formats: one without a namespace or a title of its own is of another. */
function isOther(root: XmlElement, own: readonly XmlElement[]): boolean {
  if (root.name !== 'feed' && root.name !== 'channel') return false;
  const isKnown = root.attributes.some((text, at) => {
    const space = at % 2 === 1 ? spaceOf(text) : undefined;
    return space === 'rss' || space === 'atom';
  });
  return !isKnown && !own.some(({ name }) => name === 'title');
}

function isEntryName(name: string): boolean {
  return name === 'item' || name === 'entry';
}

/** An `item` or `entry` of the feed's own kind, and not one of another vocabulary. */
function isEntry({ key }: XmlElement): boolean {
  return key === 'rss:item' || key === 'atom:entry' || key === 'atom:item' || key === 'rss:entry';
}
