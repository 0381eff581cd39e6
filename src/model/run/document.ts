import type { Hop } from './sourceError.ts';

/** What a source answered, decompressed and not yet decoded. */
export interface FeedDocument {
  /** where the answer came from after redirects; for a file the publisher's site, if it is known */
  url: string | undefined;
  /** the header as it came; empty for a file */
  contentType: string;
  /** the header `Content-Language` as it came: it counts if the feed itself declares no language */
  contentLanguage?: string | undefined;
  /** decompressed */
  bytes: Uint8Array;
}

/** What a server answered. */
export interface Reply extends FeedDocument {
  /** 304 only to a request with validators; `bytes` and `raw` are empty then */
  status: 200 | 304;
  /** after redirects */
  url: string;
  /** those of `KEPT_HEADERS` that came, names in lower case, values byte for byte */
  headers: Readonly<Record<string, string>>;
  /** the body as it came, still compressed as `content-encoding` says */
  raw: Uint8Array;
  /** the redirects that led here, in order */
  hops: readonly Hop[];
  /** requests that were sent for it, redirects and retries included */
  requests: number;
}

/** Headers that say what a body is, whether it has changed, and when to ask again. */
export const KEPT_HEADERS = [
  'content-type',
  'content-encoding',
  'content-language',
  'content-location',
  'etag',
  'last-modified',
  'cache-control',
  'expires',
  'age',
  'date',
  'retry-after',
] as const;

/** What makes a request conditional; sent back byte for byte. */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}
