import type { Source } from '../desk/source.ts';
import type { Instant } from '../desk/time.ts';
import type { AdviceFaultValues } from './adviceFaults.ts';
import type { CodedFault } from './fault.ts';
import type { SourceMemory } from './sourceMemory.ts';

/** What came of what a source brought: `proposed` is the sum of the others. */
export interface SourceYield {
  proposed: number;
  kept: number;
  dropped: number;
  /** nobody decided in time */
  expired: number;
  /** taken down, whatever had been decided */
  takenDown: number;
  /** postponed, or not decided yet */
  waiting: number;
  /** kept of those kept or dropped, 0 to 1; absent if nothing was decided yet */
  shareKept?: number;
}

/**
 * What a person might do about a source.
 *
 * - `fine`, `retired`: nothing
 * - `unknown`: not asked for a long time or ever, or what was remembered of it is lost
 * - `trust`: most of what it brings is kept, so its state may say so
 * - `look`: it fails, has no items, or is quieter than it used to be
 * - `move`: its feed says that it has another address
 * - `retire`: it is gone, has been silent for a year, or all that it brings is dropped
 */
export const ACTIONS = ['retire', 'move', 'look', 'trust', 'unknown', 'fine', 'retired'] as const;
export type Action = (typeof ACTIONS)[number];

/** How one source does. */
export interface SourceHealth {
  /** its name */
  source: string;
  /** as a person would type it: `content/sources/x.md` */
  file: string;
  title: string;
  state: Source['state'];
  feed: string;
  topics: string[];
  action: Action;
  /** whether a person is needed */
  needed: boolean;
  /** why, and what to do; absent if there is nothing to do */
  advice?: CodedFault<keyof AdviceFaultValues>;
  lastAsked?: Instant;
  lastSuccess?: Instant;
  /** when its newest item was published */
  newest?: Instant;
  /** whole days from then to `lastSuccess`: nobody knows what it has published since */
  quietDays?: number;
  /** days that usually lie between two of its items; absent if it has too few dated ones */
  usualDays?: number;
  failing?: SourceMemory['failing'];
  moved?: SourceMemory['moved'];
  yield: SourceYield;
}
