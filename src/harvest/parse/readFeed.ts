import { sourceError } from '../../model/run/sourceError.ts';
import type { RawEntry, RawFeed } from '../rawFeed.ts';
import { readJsonFeed } from './readJsonFeed.ts';
import { readXmlFeed } from './readXmlFeed.ts';

/** Entries of one feed that are read at most; real feeds have some hundreds. */
const MAX_ENTRIES = 5_000;

/**
 * A feed's text as entries: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed. Throws `source/not-a-feed`.
 * @param url where it came from, for the links
 * @param each makes something of an entry, as soon as it has been read
 */
export function readFeed<T>(
  text: string,
  { url, each }: { url: string | undefined; each: (entry: RawEntry) => T },
): RawFeed<T> {
  const how = { url, each, maxEntries: MAX_ENTRIES };
  const first = /[^\s\uFEFF]/.exec(text)?.[0];
  const feed = first === '{' ? readJsonFeed(text.trim(), how) : readXmlFeed(text, how);
  if (feed !== undefined) return feed;
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (start === '') throw sourceError('notAFeed', 'The answer is empty.');
  if (start.startsWith('<!doctype html') || start.includes('<html')) {
    throw sourceError('notAFeed', 'The answer is a web page, not a feed.');
  }
  throw sourceError('notAFeed', 'The answer is not RSS, Atom, RDF, CDF or JSON Feed.');
}
