/**
 * A piece of text and how it is written. `guess`: the format does not say whether it is HTML or plain.
 */
export interface RawText {
  value: string;
  kind: 'text' | 'html' | 'guess';
  /** `xml:base` of its own element, unresolved */
  base?: string | undefined;
}

/** One entry as its parser saw it: every list holds candidates, best first; nothing is resolved or cleaned. */
export interface RawEntry {
  titles: RawText[];
  /** may be relative */
  links: string[];
  /** identifiers that are addresses if they look like one; never relative */
  permalinks: string[];
  /** what can be opened where there is nothing to read: recordings, players */
  files: string[];
  /** `xml:base` from the feed down to the entry */
  bases: string[];
  /** the whole text before its summary */
  bodies: RawText[];
  authors: string[];
  /** when it was published, before when it was changed */
  dates: string[];
  images: string[];
  comments: string[];
  categories: string[];
  language?: string | undefined;
}

/** A feed as its parser saw it. */
export interface RawFeed {
  format: 'rss' | 'atom' | 'rdf' | 'json';
  title?: string | undefined;
  language?: string | undefined;
  entries: RawEntry[];
}

/** The values that are there, in order. */
export function present(
  ...values: (string | undefined | null | (string | undefined | null)[])[]
): string[] {
  return values
    .flat()
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

export function guesses(...values: Parameters<typeof present>): RawText[] {
  return present(...values).map((value) => ({ value, kind: 'guess' }));
}

export function htmls(...values: Parameters<typeof present>): RawText[] {
  return present(...values).map((value) => ({ value, kind: 'html' }));
}
