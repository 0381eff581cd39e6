import type { Day, Instant } from '../desk/time.ts';

/** A pick as an item of a feed. */
export interface FeedItem {
  /** stays the same if the site moves */
  id: string;
  title: string;
  /** absolute URL of the pick's page */
  href: string;
  day?: Day | Instant;
  /** plain text: the curator's words, then who published the original */
  note: string;
  /** the original */
  url: string;
  author?: string;
  topics: string[];
}

export interface Feed {
  title: string;
  description: string;
  language: string;
  href: string;
  /** where the feed itself stands */
  self: string;
  timeZone: string;
  items: FeedItem[];
}
