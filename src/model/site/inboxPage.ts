import type { Mention } from '../desk/mention.ts';
import type { Day, Instant } from '../desk/time.ts';
import type { Frame, Link } from './frame.ts';
import type { LinkedReason } from './linkedReason.ts';
import type { LastRun } from './teamKnowledge.ts';

export interface CandidateCard {
  /** of its file, and of its anchor on the page */
  name: string;
  title: string;
  url: string;
  lang: string;
  from: string;
  author?: string;
  published?: Instant;
  harvested: Instant;
  /** whole days since it was published; since it was harvested if that is unknown */
  age: number;
  audience: string;
  score: number;
  why: LinkedReason[];
  topics: Link[];
  suggestedTopics: Link[];
  exploration?: boolean;
  /** the pick whose story it continues */
  follows?: Link;
  keyphrases: string[];
  mentions: Mention[];
  also: Link[];
  /** HTML of the file's body */
  html: string;
  /** what to open in an editor */
  file: string;
  /** where people talk about it */
  comments?: string;
  reason: string;
  /** the day on which it is undecided again, instead of a reason */
  returns?: Day;
}

export interface InboxPage {
  frame: Frame;
  lastRun?: LastRun;
  waiting: CandidateCard[];
  later: CandidateCard[];
}
