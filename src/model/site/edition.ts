import type { AlsoIn, Decision } from '../desk/candidate.ts';
import type { Quarantined } from '../desk/desk.ts';
import type { Finding } from '../desk/finding.ts';
import type { Mention } from '../desk/mention.ts';
import type { Permission } from '../desk/source.ts';
import type { SiteLanguage, Words } from '../desk/text.ts';
import type { Day, Instant } from '../desk/time.ts';
import type { Reason } from '../desk/why.ts';
import type { RunReport } from '../run/runReport.ts';

/** The two sites that one desk gives: what the team sees, and what everybody may see. */
export const EDITIONS = ['team', 'public'] as const;
export type EditionName = (typeof EDITIONS)[number];

/**
 * What one edition of the site may know of a desk. What only the team knows stands under a key `team`,
 * which the public edition never has: a page cannot show what it was not given.
 */
export interface Edition {
  name: EditionName;
  now: Instant;
  /** the day of `now` in the desk's time zone */
  today: Day;
  settings: EditionSettings;
  /** Markdown: who we are */
  about: string;
  /** the newest first */
  picks: EditionPick[];
  topics: EditionTopic[];
  sources: EditionSource[];
  channels: EditionChannel[];
  campaigns: EditionCampaign[];
  /** those without a day are ideas, which only the team's edition has */
  slots: EditionSlot[];
  team?: TeamKnowledge;
}

/** The part of `desk.md` that pages speak of. */
export interface EditionSettings {
  name: string;
  description: string;
  /** where the public site stands; never on the team's edition, which stands elsewhere */
  url?: string;
  /** the first is the default and stands at the root */
  languages: SiteLanguage[];
  timeZone: string;
  weekStart: 'monday' | 'sunday';
  contact: string;
}

/** How much of the source's words a page shows, and so what a build did to the quotations of a body. */
export type Quotation = 'none' | 'whole' | 'shortened' | 'leftOut';

/** What a source's permission comes to, its answer considered. */
export type Allowance = 'link' | 'excerpt' | 'full' | 'refused';

export interface EditionPick {
  name: string;
  /** from the site's root, without slashes at its ends: `2026/11/x-0a1b2c`; never changes */
  path: string;
  /** what a feed knows it by: its id, or its path where a person wrote it without one */
  id: string;
  title: string;
  url: string;
  /** name of a source file */
  source?: string;
  author?: string;
  /** of the item: `es`, `en`, `fr`, … */
  language: string;
  published?: Day;
  /** since when it stands here; absent when nothing in the file says so */
  day?: Day;
  /** the same as the file gives it: a day or a moment */
  since?: Day | Instant;
  lead: boolean;
  topics: string[];
  alsoIn: AlsoIn[];
  /** Markdown; its quotations are already no longer than their permission */
  body: string;
  quotation: Quotation;
  team?: {
    /** as people type it: `content/picks/2026/11/x-0a1b2c.md` */
    file: string;
    shown: 'now' | 'scheduled' | 'expired';
    publish?: Day | Instant;
    review?: Day;
    expires?: Day;
    keptBy?: string;
    audience?: string;
    score?: number;
    why: Reason[];
  };
}

export interface EditionTopic {
  name: string;
  title: Words;
  parent?: string;
  /** Markdown: our position on it */
  position: string;
}

export interface EditionSource {
  name: string;
  title: string;
  site?: string;
  language: string;
  topics: string[];
  permission: Pick<Permission, 'scope' | 'status'>;
  team?: {
    file: string;
    feed: string;
    state: 'trial' | 'trusted' | 'watch' | 'retired';
    important: boolean;
    permission: Permission;
    /** Markdown: what the team notes about it */
    notes: string;
    counts: SourceCounts;
  };
}

/** What the ledger says of a source, in items. */
export interface SourceCounts {
  proposed: number;
  /** kept and dropped together */
  decided: number;
  kept: number;
}

export interface EditionChannel {
  name: string;
  title: string;
  /** of what is said there */
  language: string;
  network: string;
}

export interface EditionCampaign {
  name: string;
  title: string;
  start: Day;
  end: Day;
  team?: { file: string; goal: string; owner?: string };
}

export interface EditionSlot {
  name: string;
  title: string;
  at?: Instant;
  day?: Day;
  channel: string;
  kind: 'share' | 'original' | 'conversation' | 'newsletter' | 'deadline';
  state: 'draft' | 'review' | 'approved' | 'cancelled';
  /** name of a pick of this edition */
  pick?: string;
  campaign?: string;
  /** Markdown: what is said there; on the public edition empty until its time has come, and quoting what it may */
  text: string;
  team?: { file: string; owner?: string; due?: Day; tags: string[] };
}

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
  /** those that it may be about */
  suggestedTopics: string[];
  /** proposed to learn from, though others scored higher */
  exploration?: boolean;
  /** name of a pick, that it tells more of */
  follows?: string;
  keyphrases: string[];
  mentions: Mention[];
  alsoIn: AlsoIn[];
  comments?: string;
  decision: Decision;
  reason: string;
  body: string;
}

/** What is for the team alone. */
export interface TeamKnowledge {
  /** undecided, the best first */
  waiting: EditionCandidate[];
  /** put off by somebody, the best first */
  later: EditionCandidate[];
  audiences: { name: string; title: string }[];
  quarantine: Quarantined[];
  findings: Finding[];
  /** points from which an item may be proposed, as the desk has it now */
  threshold: number;
  /** the newest harvest of which there is a report: reports are not in git */
  harvest?: RunOutcomes;
}

/** A harvest, and what became of every item that it met. */
export type RunOutcomes = Pick<RunReport, 'run' | 'now' | 'outcomes'>;
