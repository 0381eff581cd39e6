import { parseFeed } from 'feedsmith';
import { fromAtom } from './fromAtom.ts';
import { fromJson } from './fromJson.ts';
import { fromRdf, fromRss } from './fromRss.ts';
import type { RawFeed } from './rawFeed.ts';

type Parsed = ReturnType<typeof parseFeed<string>>;

/** What feedsmith gives for a format. */
export type FeedOf<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];

/** A feed as feedsmith reads it. Throws when it cannot. @param maxItems entries read at most */
export function withFeedsmith(text: string, maxItems: number): RawFeed {
  const parsed: Parsed = parseFeed<string>(text, { maxItems });
  if (parsed.format === 'json') return fromJson(parsed.feed);
  if (parsed.format === 'atom') return fromAtom(parsed.feed);
  if (parsed.format === 'rdf') return fromRdf(parsed.feed);
  return fromRss(parsed.feed);
}
