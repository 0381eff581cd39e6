import type { FeedHints } from '../model/run/sourceMemory.ts';

/**
 * A piece of text and how it is written. `guess`: the format does not say whether it is HTML or plain.
 */
export interface RawText {
  value: string;
  kind: 'text' | 'html' | 'guess';
  /** what its relative links are resolved against */
  base?: string | undefined;
  /** as its own element or one around it within the entry says; empty: it says that it is not known */
  language?: string | undefined;
}

/** A link as it is written, and what it is relative to. */
export interface RawLink {
  href: string;
  base?: string | undefined;
}

/** One entry as it was read: every list holds candidates, best first; nothing is resolved or cleaned. */
export interface RawEntry {
  /** the feed's own id */
  guid?: string | undefined;
  titles: RawText[];
  links: RawLink[];
  /** identifiers that are addresses if they look like one; never relative */
  permalinks: string[];
  /** what can be opened where there is nothing to read: recordings, players */
  files: RawLink[];
  /** the whole text before its summary; read one by one, because mostly the first will do */
  bodies: () => Iterable<RawText>;
  authors: string[];
  /** when it was published, before when it was changed */
  dates: string[];
  /** when it was changed */
  updates: string[];
  images: RawLink[];
  comments: RawLink[];
  licenses: RawLink[];
  categories: string[];
  /** as the entry says; empty: it says that it is not known */
  language?: string | undefined;
}

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'cdf' | 'json';

/** A feed as it was read. @typeParam T what became of an entry */
export interface RawFeed<T> {
  format: FeedFormat;
  title?: RawText | undefined;
  /** the page that it belongs to, best first */
  sites: RawLink[];
  /** of entries that name none */
  authors: string[];
  licenses: RawLink[];
  language?: string | undefined;
  hints?: FeedHints | undefined;
  /** entries in the document, those beyond the most that are read included */
  total: number;
  entries: T[];
}

/** The values that are there, in order. */
export function present(
  ...values: (string | undefined | null | (string | undefined | null)[])[]
): string[] {
  return values
    .flat()
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}
