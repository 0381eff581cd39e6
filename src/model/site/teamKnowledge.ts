import type { AlsoIn, Decision } from '../desk/candidate.ts';
import type { Quarantined } from '../desk/desk.ts';
import type { Finding } from '../desk/finding.ts';
import type { RunLine } from '../desk/ledger/runLine.ts';
import type { Mention } from '../desk/mention.ts';
import type { Instant } from '../desk/time.ts';
import type { Reason } from '../desk/why.ts';
import type { RunReport } from '../run/runReport.ts';

export interface EditionCandidate {
  name: string;
  file: string;
  title: string;
  url: string;
  source: string;
  author?: string;
  language: string;
  published?: Instant;
  harvested: Instant;
  audience: string;
  score: number;
  why: Reason[];
  topics: string[];
  /** topics that it may be about */
  suggestedTopics: string[];
  /** proposed to learn from the decision, though others scored higher */
  exploration?: boolean;
  /** name of the pick whose story it continues */
  follows?: string;
  keyphrases: string[];
  mentions: Mention[];
  alsoIn: AlsoIn[];
  comments?: string;
  decision: Decision;
  reason: string;
  body: string;
}

/** What the team's edition alone knows. */
export interface TeamKnowledge {
  /** undecided, the best first */
  waiting: EditionCandidate[];
  /** decided `later`, the best first */
  later: EditionCandidate[];
  audiences: { name: string; title: string }[];
  quarantine: Quarantined[];
  findings: Finding[];
  /** points from which an item may be proposed, as the desk has it now */
  threshold: number;
  /** the newest harvest of which there is a report: reports are not in git */
  harvest?: RunOutcomes;
  /** the newest harvest that wrote something, as the ledger remembers it on every machine */
  lastRun?: LastRun;
}

/** What a harvest asked and met. */
export type LastRun = Pick<RunLine, 'at' | 'sources' | 'answered' | 'fresh' | 'proposed'>;

/** A harvest, and the outcome of every item in it. */
export type RunOutcomes = Pick<RunReport, 'run' | 'now' | 'outcomes'>;
