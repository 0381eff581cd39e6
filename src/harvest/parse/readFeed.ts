import { sourceError } from '../../model/run/sourceError.ts';
import type { RawEntry, RawFeed } from '../rawFeed.ts';
import { hasEntryTag } from './entryTags.ts';
import { readJsonFeed } from './readJsonFeed.ts';
import { readWithFeedparser } from './readWithFeedparser.ts';
import { readXmlFeed } from './readXmlFeed.ts';

/** Entries of one feed that are read at most; real feeds have some hundreds. */
const MAX_ENTRIES = 5_000;

/** How a feed's text is read. @typeParam T what becomes of an entry */
interface Reading<T> {
  /** where it came from, for the links */
  url: string | undefined;
  /** makes something of an entry, as soon as it has been read */
  each: (entry: RawEntry) => T;
}

/**
 * A feed's text as entries: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed. A document in which our reader finds
 * no entry, although an `item` or `entry` begins in it, is read by feedparser. Throws `source/not-a-feed`.
 */
export async function readFeed<T>(text: string, reading: Reading<T>): Promise<RawFeed<T>> {
  const how = { ...reading, maxEntries: MAX_ENTRIES };
  const isJson = /[^\s\uFEFF]/.exec(text)?.[0] === '{';
  const feed = isJson ? readJsonFeed(text.trim(), how) : readXmlFeed(text, how);
  if (feed !== undefined) return feed;
  const second = !isJson && hasEntryTag(text) ? await readWithFeedparser(text, how) : undefined;
  if (second !== undefined) return second;
  throw sourceError('notAFeed', { why: whyNoFeed(text) });
}

function whyNoFeed(text: string): 'empty' | 'page' | 'other' {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (start === '') return 'empty';
  return start.startsWith('<!doctype html') || start.includes('<html') ? 'page' : 'other';
}
