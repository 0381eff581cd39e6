import type { ItemEvent } from '../../model/desk/ledger/itemLine.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Reason } from '../../model/desk/why.ts';
import type { Outcome } from '../../model/run/outcome.ts';

/** Where an item was found: in a file of the desk, or else in the ledger, or else in the report of the last harvest. */
export type ItemPlace = 'candidate' | 'pick' | 'ledger' | 'report';

/** Why an item has the score that it has. `explain --json` prints it, so its keys do not change. */
export interface Explanation {
  standing: ItemPlace;
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
  /** what it was scored by just now */
  judgedBy: {
    /** as of when: if it is decided, the run that proposed it; otherwise now */
    now: Instant;
    decisions: number;
    texts: number;
  };
  /** 0 to 100 */
  score: number;
  /** the desk's threshold */
  threshold: number;
  /** the audience whose score it is; absent if nobody reads the item's language */
  audience?: string;
  veto?: string;
  audiences: AudienceScore[];
  /** single changes that would have changed whether it is proposed, the nearest first */
  whatIfs: Counterfactual[];
  /** decisions on the most similar texts, the most similar first */
  alike: SimilarDecision[];
}

/** What the desk or the report has on record of an item. */
export interface Recorded {
  score?: number;
  proposed?: Instant;
  /** what became of it in the last harvest, if it was not proposed */
  outcome?: Outcome;
  detail?: string;
  run?: Instant;
  /** in the file, not yet in the ledger */
  decision?: string;
  exploration?: boolean;
  /** of its last line in the ledger, unless that is a `proposed` line */
  event?: ItemEvent;
  at?: Instant;
  by?: string;
  reason?: string;
}

/** The score of an item for one audience. */
export interface AudienceScore {
  audience: string;
  /** 0 to 100; the sum of `parts` */
  score: number;
  veto?: string;
  /** the base first */
  parts: ScorePart[];
}

/** A reason with the log-odds that its points were made from. */
export interface ScorePart extends Reason {
  logOdds: number;
  /** words that speak for it and against it, the strongest first; their points are part of the reason's */
  for?: WordPoints[];
  against?: WordPoints[];
}

export interface WordPoints {
  word: string;
  points: number;
}

/** A single change of the item, its source, or the desk. */
export type CounterfactualChange =
  | { kind: 'threshold'; from: number; to: number }
  | { kind: 'trust'; like: string }
  | { kind: 'younger' | 'older'; days: number }
  | { kind: 'rule' | 'veto'; name: string; where: string }
  | { kind: 'tone' | 'novelty' | 'story'; evidence: string }
  | { kind: 'reads'; audience: string; language: string }
  | { kind: 'budget' | 'cap' | 'flood'; from: number; to: number };

/** What the score would be after a single change, recomputed. */
export interface Counterfactual {
  if: CounterfactualChange;
  /** 0 to 100 */
  score: number;
  /** whether the item would be proposed then */
  proposed: boolean;
}

/** A decision on a similar text. */
export interface SimilarDecision {
  id: string;
  title: string;
  source: string;
  kept: boolean;
  at: string;
  by?: string;
  reason?: string;
  /** cosine similarity of the two texts, 0 to 1 */
  likeness: number;
}
