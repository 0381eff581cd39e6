import type { Instant } from '../../model/time.ts';
import { decodeText } from '../../text/charset.ts';
import type { FeedDocument } from '../document.ts';
import { type Draft, toDraft } from '../normalise/draft.ts';
import { readFeed } from './readFeed.ts';

/** A feed, read and normalised: plain data that can cross from a worker. */
export interface ParsedFeed {
  format: 'rss' | 'atom' | 'rdf' | 'json';
  /** as the feed declares it */
  language?: string | undefined;
  /** that its bytes were read with */
  charset: string;
  /** in the order of the feed */
  entries: Draft[];
}

/**
 * Bytes to entries: decode, parse, normalise. Throws `source/not-a-feed`. Hostile bytes may keep it busy for ever:
 * call it in a worker with a deadline.
 */
export async function parseDocument(
  document: Omit<FeedDocument, 'status'>,
  now: Instant,
): Promise<ParsedFeed> {
  const { text, charset } = decodeText(document.bytes, document.contentType);
  const { format, language, entries } = await readFeed(text.replace(/\0/g, ''), document.url);
  const drafts = entries.map((entry) => toDraft(entry, { url: document.url, now }));
  return { format, language, charset, entries: drafts };
}
