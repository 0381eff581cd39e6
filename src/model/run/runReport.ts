import type { Instant } from '../desk/time.ts';
import type { Reason } from '../desk/why.ts';
import type { AdviceFaults } from './adviceFaults.ts';
import type { CodedFault } from './fault.ts';
import type { Outcome, SourceCode } from './outcome.ts';
import type { RememberedText } from './rememberedText.ts';

/** How reading one source went. */
export interface SourceReport {
  source: string;
  /** the address or path that was read */
  feed: string;
  code: SourceCode;
  /** what happened, if it failed */
  fault?: CodedFault;
  /** items that were read, whatever became of them */
  items: number;
  /** items that a feed had beyond the 5,000 that are read */
  unread?: number;
  /** bytes of the answer, decompressed */
  bytes: number;
  /** bytes of the body as they came over the network; 0 for a file, or when nothing was sent */
  transferred: number;
  /** HTTP requests sent, redirects and retries included */
  requests: number;
  /** of the last HTTP response, if there was one */
  status?: number;
  /** it is not asked again before */
  next?: Instant;
  /** what a person might change about the source */
  advice?: SourceAdvice[];
  /** milliseconds from asking to items */
  ms: number;
}

/** What a person might change about a source; `AdviceFaults` has the kinds. */
export type SourceAdvice = {
  [K in keyof AdviceFaults]: { kind: K; values: AdviceFaults[K] };
}[keyof AdviceFaults];

/**
 * An item and what became of it. What the score read of it stands here if it is kept nowhere else: if it was scored and not
 * proposed.
 */
export interface ItemOutcome extends RememberedText {
  source: string;
  title: string;
  outcome: Outcome;
  /** absent only if `outcome` is `noLink` */
  id?: string;
  url?: string;
  score?: number;
  audience?: string;
  why?: Reason[];
  language?: string;
  /** the name of the veto, the first source of a duplicate, the id of the item that leads its story, … */
  detail?: string;
}

/** What a run did; kept in `.criba/reports/`. */
export interface RunReport {
  run: string;
  now: Instant;
  sources: SourceReport[];
  outcomes: ItemOutcome[];
  /** items by outcome; the sum is the number of items harvested */
  counts: Record<Outcome, number>;
  /** decisions of people that this run turned into places */
  settled: number;
  /** candidates that nobody decided in time and that this run removed */
  expired: number;
}
