import type { Day, Instant } from '../desk/time.ts';
import type { Outcome } from '../run/outcome.ts';
import type { Frame } from './frame.ts';
import type { LinkedReason } from './linkedReason.ts';

/** Something that a harvest met and did not propose. */
export interface LeftOutItem {
  /** empty where it has none */
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
  /** what stands in front of it, in the report, on the desk or at a source */
  behind?: { title: string; href?: string; lang?: string };
}

/** What may have become of it. */
export type LeftOutcome = Exclude<Outcome, 'proposed' | 'known'>;

export interface LeftOutGroup {
  outcome: LeftOutcome;
  count: number;
  /** those that are worth most first, and no more than a page holds */
  items: LeftOutItem[];
}

/** What the newest harvest did not propose, and why. */
export interface HiddenPage {
  frame: Frame;
  threshold: number;
  /** none where no harvest has left a report; `total` is the sum of the others */
  harvest?: {
    at: Instant;
    day: Day;
    total: number;
    proposed: number;
    known: number;
    leftOut: number;
  };
  /** those whose items a person might want back first */
  groups: LeftOutGroup[];
}
