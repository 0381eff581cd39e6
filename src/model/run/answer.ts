import type { Entry } from '../desk/desk.ts';
import type { Source } from '../desk/source.ts';
import type { FeedDocument } from './document.ts';
import type { SourceCode } from './outcome.ts';
import type { SourceReport } from './runReport.ts';
import type { SourceError } from './sourceError.ts';
import type { FeedHints, RememberedItem, StoredResponse } from './sourceMemory.ts';

/** What asking a source came to, before anybody has read it. */
export interface Answer {
  code: 'ok' | 'unchanged' | 'resting';
  /** absent where there is none, and where nothing in it can be proposed any more */
  document?: FeedDocument | undefined;
  /** why there is no answer */
  error?: SourceError | undefined;
  /** what the report says of the request */
  told: Partial<Pick<SourceReport, 'transferred' | 'requests' | 'status'>>;
  /** to be called once, when it is known what the document holds, so that it can be remembered */
  conclude(outcome: Outcome): Promise<Pick<SourceReport, 'next' | 'advice'>>;
}

/** What a source gave in a run, as far as making the run again needs it: a body that was read, or why there was none. */
export interface Testimony {
  feed: string;
  code: SourceCode;
  answer?: StoredResponse | undefined;
  error?: SourceError | undefined;
}

/** What became of a document: what it says, or why it could not be read; neither where there was none. */
export interface Outcome {
  items?: readonly RememberedItem[];
  hints?: FeedHints | undefined;
  error?: SourceError;
}

/** Asks a source: over the network, in the repository, or in the record of an earlier run. Rejects only for faults of ours. */
export type AskSource = (
  source: Entry<Source>,
  options: { signal?: AbortSignal | undefined },
) => Promise<Answer>;
