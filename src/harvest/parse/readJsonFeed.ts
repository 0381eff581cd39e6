import { present, type RawEntry, type RawFeed, type RawLink, type RawText } from '../rawFeed.ts';
import { jsonSlices } from './jsonSlices.ts';

/** An object of JSON, of which nothing is known. */
type Fields = Readonly<Record<string, unknown>>;

const FEED_MEMBERS = new Set(
  'version title home_page_url feed_url language author authors items'.split(' '),
);

/**
 * JSON Feed 1.0 or 1.1; undefined for anything else. Numbers do for ids and titles, and what is of a wrong kind is
 * passed over.
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function readJsonFeed<T>(
  text: string,
  {
    url,
    maxEntries,
    each,
  }: { url: string | undefined; maxEntries: number; each: (entry: RawEntry) => T },
): RawFeed<T> | undefined {
  const entries: T[] = [];
  let total = 0;
  let hasEntry = false;
  const element = (slice: string) => {
    // Of items that are only counted nothing is read.
    const item = total < maxEntries ? objectOf(parsed(slice)) : undefined;
    if (item === undefined && !slice.startsWith('{')) return;
    total += 1;
    if (item === undefined) return;
    hasEntry ||= isEntry(item);
    entries.push(each(readItem(item, url)));
  };
  const slices = jsonSlices(text, { list: 'items', members: FEED_MEMBERS, element });
  if (slices === undefined) return undefined;
  const members = [...slices.members].map(([name, slice]) => [name, parsed(slice)]);
  const feed: Fields = Object.fromEntries(members);
  return isFeed(feed, hasEntry) ? { ...feedFacts(feed, url), total, entries } : undefined;
}

function feedFacts(feed: Fields, url: string | undefined) {
  return {
    format: 'json' as const,
    title: { value: textOf(feed.title) ?? '', kind: 'guess' as const },
    sites: links([feed.home_page_url], url),
    authors: authors(feed),
    licenses: [],
    language: textOf(feed.language),
  };
}

function readItem(item: Fields, base: string | undefined): RawEntry {
  const files = listOf(item.attachments)
    .map(objectOf)
    .filter((file) => file !== undefined);
  const pictures = files.filter(({ mime_type }) => textOf(mime_type)?.startsWith('image/'));
  const html = textOf(item.content_html);
  const plain = present(textOf(item.content_text), textOf(item.summary));
  const updates = present(textOf(item.date_modified));
  return {
    guid: textOf(item.id),
    titles: present(textOf(item.title)).map((value): RawText => ({ value, kind: 'guess' })),
    links: links([item.url, item.external_url], base),
    permalinks: present(textOf(item.id)),
    files: links(
      files.map((file) => file.url),
      base,
    ),
    bodies: () => [
      ...present(html).map((value): RawText => ({ value, kind: 'html', base })),
      ...plain.map((value): RawText => ({ value, kind: 'text', base })),
    ],
    authors: authors(item),
    dates: [...present(textOf(item.date_published)), ...updates],
    updates,
    images: links([item.image, item.banner_image, ...pictures.map((file) => file.url)], base),
    comments: [],
    licenses: [],
    categories: present(listOf(item.tags).map(textOf)),
    language: textOf(item.language),
  };
}

/** A member or an item that is longer than this is passed over; whole feeds are mostly shorter. */
const MAX_SLICE = 4_000_000;

function parsed(text: string): unknown {
  if (text.length > MAX_SLICE) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says that it is one, or looks like one: many an API answers with a title and items. */
function isFeed({ version, title, home_page_url, feed_url }: Fields, hasEntry: boolean): boolean {
  if (/jsonfeed\.org/i.test(textOf(version)?.slice(0, 200) ?? '')) return true;
  return hasEntry && [title, home_page_url, feed_url].some((it) => textOf(it) !== undefined);
}

/** An address and something that only items of a feed have, or their text. */
function isEntry(item: Fields): boolean {
  const has = (...names: string[]) => names.some((name) => textOf(item[name]) !== undefined);
  if (has('content_html', 'content_text', 'date_published')) return true;
  return has('url', 'external_url') && has('title', 'summary', 'date_modified');
}

/** `authors` of version 1.1, `author` of 1.0. */
function authors(object: Fields): string[] {
  const people = [...listOf(object.authors), object.author];
  return present(people.map((person) => textOf(objectOf(person)?.name)));
}

function links(values: readonly unknown[], base: string | undefined): RawLink[] {
  return present(values.map(textOf)).map((href) => ({ href, base }));
}

function objectOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}
