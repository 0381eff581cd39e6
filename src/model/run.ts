import type { Item } from './item.ts';
import type { Outcome, SourceCode } from './outcome.ts';
import type { Instant } from './time.ts';

/** How reading one source went. */
export interface SourceReport {
  source: string;
  /** the address or path that was read */
  feed: string;
  code: SourceCode;
  /** what happened, in words, where `code` is neither `ok` nor `empty` */
  detail?: string;
  /** what a person can do about it */
  hint?: string;
  /** items in the feed, whatever became of them */
  items: number;
  /** decoded bytes read */
  bytes: number;
  /** milliseconds from asking to items */
  ms: number;
}

/** An item and what became of it. */
export interface Sifted {
  source: string;
  title: string;
  outcome: Outcome;
  /** absent only where `outcome` is `noLink` */
  id?: string;
  url?: string;
  score?: number;
  audience?: string;
  /** the name of the veto, the first source of a duplicate, … */
  detail?: string;
}

/** What the sources answered: items to judge, and those that cannot be judged. */
export interface Harvest {
  items: Item[];
  /** outcome `noLink` */
  unusable: Sifted[];
  sources: SourceReport[];
}

/** What a run did; kept in `.criba/reports/`, and rebuilt by running again. */
export interface RunReport {
  run: string;
  now: Instant;
  sources: SourceReport[];
  sifted: Sifted[];
  /** items by outcome; the sum is the number of items harvested */
  counts: Record<Outcome, number>;
  /** decisions of people that this run turned into places */
  settled: number;
  /** candidates that nobody decided in time and that this run removed */
  expired: number;
}
