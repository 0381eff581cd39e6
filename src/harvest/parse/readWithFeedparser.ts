import type FeedParser from 'feedparser';
import { present, type RawEntry, type RawFeed, type RawText } from '../rawFeed.ts';

/** Elements that hold a date, best first, by the names that feedparser gives them. */
const DATES = ['rss:pubdate', 'atom:published', 'atom:issued', 'dc:date', 'rdf:dc:date'];
const UPDATES = ['atom:updated', 'atom:modified'];

/** An item that feedparser read. Its own type promises too much: fields are null in one that lacks them. */
type Item = { [K in keyof FeedParser.Item]?: FeedParser.Item[K] | null };

/**
 * A feed in XML as the library feedparser reads it: the second reader, for a document in which `readXmlFeed` finds no
 * entry. Undefined if feedparser finds none either, or fails. It takes quadratic time on some inputs, and for ever on a few:
 * call it where something ends it.
 * @param url where the document came from, for the links
 * @param each makes something of an entry; beyond `maxEntries` entries are only counted
 */
export async function readWithFeedparser<T>(
  text: string,
  {
    url,
    maxEntries,
    each,
  }: { url: string | undefined; maxEntries: number; each: (entry: RawEntry) => T },
): Promise<RawFeed<T> | undefined> {
  const read = await feedparserItems(text, url);
  if (read === undefined || read.items.length === 0) return undefined;
  const { items, meta } = read;
  return {
    format: meta['#type'],
    title: texts(meta.title)[0],
    sites: links(url, meta.link),
    authors: present(meta.author),
    licenses: [],
    language: present(meta.language)[0],
    total: items.length,
    entries: items.slice(0, maxEntries).map((item) => each(rawEntry(item, url))),
  };
}

/** Undefined if feedparser fails, which says nothing about the document: it trips over entries without a feed around them. */
export async function feedparserItems(
  text: string,
  url: string | undefined,
): Promise<{ items: Item[]; meta: FeedParser.Meta } | undefined> {
  // Few documents need it, and it takes as long to load as the rest of the parser.
  const { default: Parser } = await import('feedparser');
  const parser = new Parser({ addmeta: false, ...(url === undefined ? {} : { feedurl: url }) });
  // An error that comes once nobody reads any more would end the thread.
  parser.on('error', () => {});
  const items: Item[] = [];
  try {
    parser.end(text);
    for await (const item of parser) {
      // Before the feed begins it makes items without anything in them.
      if (item.title !== undefined) items.push(item);
    }
  } catch {
    return undefined;
  }
  return { items, meta: parser.meta };
}

function rawEntry(item: Item, url: string | undefined): RawEntry {
  const enclosures = (item.enclosures ?? []).filter((enclosure) => enclosure != null);
  const pictures = enclosures.filter(({ type }) => present(type)[0]?.startsWith('image/'));
  const updates = written(item, UPDATES);
  return {
    guid: present(item.guid)[0],
    titles: texts(item.title),
    links: isPageless(item) ? [] : links(url, item.link),
    permalinks: [],
    files: links(url, ...enclosures.map((enclosure) => enclosure.url)),
    bodies: () => texts(item.description, item.summary),
    authors: present(item.author),
    dates: [...written(item, DATES), ...isoDates(item.pubdate), ...updates, ...isoDates(item.date)],
    updates,
    images: links(url, item.image?.url, ...pictures.map((picture) => picture.url)),
    comments: links(url, item.comments),
    licenses: [],
    categories: present(item.categories),
  };
}

/** Whether the link is only the `guid`, which says of itself that it is none. */
function isPageless(item: Item): boolean {
  return item['rss:guid']?.['@']?.ispermalink === 'false' && item.link === item.guid;
}

/** Dates as they are written, since ours knows more ways to write one. */
function written(item: Item, names: readonly string[]): string[] {
  return present(names.map((name) => item[name]?.['#']));
}

function isoDates(date: Date | null | undefined): string[] {
  return date == null || Number.isNaN(date.getTime()) ? [] : [date.toISOString()];
}

function texts(...values: (string | null | undefined)[]): RawText[] {
  return present(values).map((value) => ({ value, kind: 'guess' }));
}

function links(base: string | undefined, ...hrefs: (string | null | undefined)[]) {
  return present(hrefs).map((href) => ({ href, base }));
}
