import type { LedgerEvent } from '../../model/desk/ledger.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Reason } from '../../model/desk/why.ts';
import type { Outcome } from '../../model/run/outcome.ts';

/** Where a thing stands: a file of the desk, the ledger alone, or the report of the last harvest alone. */
export type Standing = 'candidate' | 'pick' | 'ledger' | 'report';

/** All that can be said of why a thing has the score it has. */
export interface Explanation {
  standing: Standing;
  id: string;
  title: string;
  url: string;
  source: string;
  language: string;
  published?: string;
  /** from the desk's folder */
  file?: string;
  /** what its file, its line or the report says */
  recorded: Recorded;
  /** what it was judged by just now */
  judgedBy: {
    /** as of when: the run that proposed it where it is decided, otherwise now */
    now: Instant;
    decisions: number;
    texts: number;
  };
  /** 0 to 100 */
  score: number;
  /** the desk's threshold */
  threshold: number;
  /** whose score it is; none where nobody reads its language */
  audience?: string;
  veto?: string;
  audiences: Account[];
  /** what alone would have changed whether it is proposed, the nearest first */
  whatIfs: WhatIf[];
  /** what was decided on the texts most like it, the likest first */
  alike: Alike[];
}

export interface Recorded {
  score?: number;
  proposed?: Instant;
  /** what the last harvest made of it, where it was not proposed */
  outcome?: Outcome;
  detail?: string;
  run?: Instant;
  /** in the file, not yet in the ledger */
  decision?: string;
  exploration?: boolean;
  /** the last word of the ledger, where it says more than that it was proposed */
  event?: LedgerEvent;
  at?: Instant;
  by?: string;
  reason?: string;
}

/** What an audience makes of a text. */
export interface Account {
  audience: string;
  /** 0 to 100; the sum of `parts` */
  score: number;
  veto?: string;
  /** the base first */
  parts: Part[];
}

/** A reason with the log-odds that its points were made from. */
export interface Part extends Reason {
  logOdds: number;
  /** words that speak for it and against it, the strongest first; their points are part of the part's */
  for?: WordPoints[];
  against?: WordPoints[];
}

export interface WordPoints {
  word: string;
  points: number;
}

/** Something else that might have been so. */
export type Supposition =
  | { kind: 'threshold'; from: number; to: number }
  | { kind: 'trust'; like: string }
  | { kind: 'younger' | 'older'; days: number }
  | { kind: 'rule' | 'veto'; name: string; where: string }
  | { kind: 'tone' | 'novelty' | 'story'; evidence: string }
  | { kind: 'reads'; audience: string; language: string }
  | { kind: 'budget' | 'cap' | 'flood'; from: number; to: number };

/** What it would have come to, recomputed. */
export interface WhatIf {
  if: Supposition;
  /** 0 to 100 */
  score: number;
  /** whether it would be proposed then */
  proposed: boolean;
}

/** A decision on another text. */
export interface Alike {
  id: string;
  title: string;
  source: string;
  kept: boolean;
  at: string;
  by?: string;
  reason?: string;
  /** 0 to 1 */
  likeness: number;
}
