import type { Day, Instant } from '../desk/time.ts';
import type { Outcome } from '../run/outcome.ts';
import type { Frame } from './frame.ts';
import type { LinkedReason } from './linkedReason.ts';
import type { LastRun } from './teamKnowledge.ts';

/** Something that a harvest met and did not propose. */
export interface LeftOutItem {
  /** empty if it has none */
  title: string;
  url?: string;
  lang?: string;
  from: string;
  published?: Day;
  audience?: string;
  score?: number;
  why: LinkedReason[];
  /** name of the rule that keeps it out */
  veto?: string;
  /** what was preferred to it: another item, a pick or a candidate, or the source whose limit was reached */
  behind?: { title: string; href?: string; lang?: string };
}

/** Why an item was left out. */
export type LeftOutcome = Exclude<Outcome, 'proposed' | 'known'>;

export interface LeftOutGroup {
  outcome: LeftOutcome;
  count: number;
  /** the best first, and no more than a page holds */
  items: LeftOutItem[];
}

/** What the newest harvest did not propose, and why. */
export interface HiddenPage {
  frame: Frame;
  /** what the ledger remembers of the newest harvest, whoever ran it */
  lastRun?: LastRun;
  threshold: number;
  /** none if no harvest has left a report; `total` is the sum of the others */
  harvest?: {
    at: Instant;
    day: Day;
    total: number;
    proposed: number;
    known: number;
    leftOut: number;
  };
  /** first those whose items a person is most likely to want back */
  groups: LeftOutGroup[];
}
