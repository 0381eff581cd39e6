import type { Reason } from '../model/desk/why.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import type { Contribution } from './points.ts';

/** An item with a score for each audience that reads its language. */
export interface Scored<T extends ScoredText = ScoredText> {
  item: T;
  /** 0 to 100: that of the best audience; 0 if nobody reads the item's language */
  score: number;
  audience?: string;
  /** points that add up to `score` */
  why: Reason[];
  audiences: Record<string, number>;
  /** topics that it is surely about, the strongest first */
  topics: string[];
  /** topics that it may be about */
  suggestedTopics: string[];
  /** name of the rule that vetoes it, if one does: `residents avoid: "horoscope"` */
  veto?: string;
  /** log-odds of being kept for `audience`, before what the desk declares of age, novelty and the like */
  relevance: number;
  /** log-odds that every item begins with */
  base: number;
  /** every contribution to `score`, in log-odds; `why` has room for the weightiest only */
  contributions: Contribution[];
}
