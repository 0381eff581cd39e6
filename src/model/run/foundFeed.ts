import type { Instant } from '../desk/time.ts';
import type { SourceCode } from './outcome.ts';

/** How a feed was discovered, the surest method first. */
export const DISCOVERY_METHODS = ['itself', 'rule', 'link', 'anchor', 'path'] as const;
export type DiscoveryMethod = (typeof DISCOVERY_METHODS)[number];

/** A feed that was asked for and could be read. */
export interface FoundFeed {
  /** the address to follow */
  feed: string;
  method: DiscoveryMethod;
  /** `rss`, `atom`, `rdf`, `json`, … */
  format: string;
  title?: string;
  /** the publisher's pages, as the feed names them */
  site?: string;
  /** primary subtag (`es`), of most of what it holds; absent if nothing tells */
  language?: string;
  /** items in it */
  total: number;
  /** the newest of them, at most three */
  newest: { title: string; url?: string; published?: Instant }[];
  /** comments on articles, not articles */
  comments: boolean;
  /** addresses of the same feed in other formats */
  duplicates: string[];
}

/** All addresses of a feed. */
export function feedsOf({ feed, duplicates }: FoundFeed): string[] {
  return [feed, ...duplicates];
}

/** A feed that a page names and that could not be read. */
export interface UnreadFeed {
  feed: string;
  method: DiscoveryMethod;
  /** why not */
  code: SourceCode;
  /** the HTTP status, if a server refused it */
  status?: number;
}
