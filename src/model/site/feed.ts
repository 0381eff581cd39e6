import type { Day, Instant } from '../desk/time.ts';

/** A pick as an item of a feed. */
export interface FeedItem {
  /** never changes, wherever the site stands */
  id: string;
  title: string;
  /** whole address of the pick's page */
  href: string;
  day?: Day | Instant;
  /** the curator's words and whose the original is, plain */
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
