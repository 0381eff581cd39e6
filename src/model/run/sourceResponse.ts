import type { Entry } from '../desk/desk.ts';
import type { Source } from '../desk/source.ts';
import type { FeedDocument } from './document.ts';
import type { SourceReport } from './runReport.ts';
import type { SourceError } from './sourceError.ts';
import type { FeedHints, RememberedItem } from './sourceMemory.ts';

/** What fetching a source came to, before anybody has parsed it. */
export type SourceResponse = FreshResponse | CachedResponse | SkippedResponse | FailedResponse;

/** A new document. */
export interface FreshResponse extends WithDocument {
  kind: 'fresh';
}

/** The document of an earlier run again. */
export interface CachedResponse extends WithDocument {
  kind: 'cached';
  reason: CacheReason;
  /** whether its last request was answered with a feed; not so if it rests because it fails */
  answered: boolean;
}

/** No document: nothing in the last one is new, or there is none and its publisher is not due. */
export interface SkippedResponse extends WithoutDocument {
  kind: 'skipped';
  reason: CacheReason;
  /** as in `CachedResponse` */
  answered: boolean;
  /** of the items in the last document, those published since the run before */
  fresh: readonly RememberedItem[];
}

/** No document, and why. */
export interface FailedResponse extends WithoutDocument {
  kind: 'failed';
  error: SourceError;
}

/**
 * Why the last document still counts. `unchanged`: the publisher confirmed it with status 304; `resting`: it has not
 * expired, or the publisher asked us to wait, so nobody was asked.
 */
export type CacheReason = 'unchanged' | 'resting';

interface WithDocument {
  document: FeedDocument;
  request: RequestFacts;
  /** to be called once, after the document was parsed, so that what came of it is remembered */
  onParsed(result: ParseResult): FollowUp;
}

interface WithoutDocument {
  request: RequestFacts;
  /** to be called once, in place of `onParsed` */
  onUnparsed(): FollowUp;
}

/** What the report says of the HTTP requests. */
export type RequestFacts = Pick<SourceReport, 'transferred' | 'requests' | 'status'>;

/** When the source is due again, and what a person might change about it. */
export type FollowUp = Pick<SourceReport, 'next' | 'advice'>;

/** What a document says, or why it could not be parsed. */
export type ParseResult =
  | { kind: 'parsed'; items: readonly RememberedItem[]; hints?: FeedHints | undefined }
  | { kind: 'failed'; error: SourceError };

/**
 * Fetches a source: over the network, from the repository, or from the record of an earlier run. Rejects only for faults
 * of ours, or when `signal` aborts.
 */
export type FetchSource = (
  source: Entry<Source>,
  options: { signal?: AbortSignal | undefined },
) => Promise<SourceResponse>;
