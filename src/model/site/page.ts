import type { Finding } from '../desk/finding.ts';
import type { Mention } from '../desk/mention.ts';
import type { SiteLanguage } from '../desk/text.ts';
import type { Day, Instant, Month } from '../desk/time.ts';
import type { Reason } from '../desk/why.ts';
import type { Outcome } from '../run/outcome.ts';
import type { AgendaDay, CalendarMonth, CalendarSlot } from './calendar.ts';
import type { Allowance, EditionName, Quotation } from './edition.ts';

/** The parts of the site that exist in each of the desk's languages. */
export const SECTIONS = [
  'front',
  'archive',
  'topics',
  'sources',
  'calendar',
  'about',
  'search',
  'inbox',
  'hidden',
  'findings',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Sections that only the team's edition has. */
export const TEAM_SECTIONS: readonly Section[] = ['inbox', 'hidden', 'findings'];

export interface Link {
  title: string;
  href: string;
  /** of the title, where it may differ from the page's */
  lang?: string;
}

/** What every page tells the frame around it. */
export interface Frame {
  lang: SiteLanguage;
  edition: EditionName;
  /** `lang` is that of the description */
  site: { name: string; description: string; timeZone: string; lang: SiteLanguage };
  /** of this page; empty on the front page */
  title: string;
  description: string;
  /** from the host's root, base included */
  address: string;
  section?: Section;
  sections: Partial<Record<Section, string>>;
  /**
   * addresses of the feed and of the records that search reads, in the page's language; no feed where the site does
   * not know its own address, since a feed is read elsewhere
   */
  feed?: string;
  records: string;
  /** whole addresses, where the site knows its own */
  canonical?: string;
  alternates: { lang: SiteLanguage; href: string }[];
  /** the same section in the other languages, or their front page */
  languages: { lang: SiteLanguage; href: string }[];
  noIndex?: boolean;
}

/** A pick in a list. */
export interface PickCard {
  title: string;
  href: string;
  lang: string;
  /** where it comes from: the source's title, or the host; absent on the source's own page */
  from?: string;
  day?: Day;
  topics: Link[];
  /** the edition's: a day of its year is told without the year */
  today: Day;
  /** what the curator says of it, in plain words, shortened */
  note: string;
  /** of the note: that of the pick's own page */
  noteLang: SiteLanguage;
  /** on the team's edition, where everybody does not see it */
  shown?: 'scheduled' | 'expired';
}

/** A place in a row of pages. */
export interface Pagination {
  page: number;
  pages: number;
  total: number;
  newer?: string;
  older?: string;
}

export interface FrontAgenda {
  today: Day;
  past: boolean;
  days: AgendaDay[];
}

export interface FrontPage {
  frame: Frame;
  lead?: PickCard;
  latest: PickCard[];
  /** newest in the desk's other languages */
  elsewhere: PickCard[];
  /** what comes next; where nothing does, what has just been */
  agenda: FrontAgenda;
  topics: TopicCard[];
  /** the team's: candidates that wait for a decision, and the best of them */
  waiting?: {
    count: number;
    best: { title: string; href: string; score: number; from: string; lang: string }[];
  };
}

export interface PickPage {
  frame: Frame;
  title: string;
  lang: string;
  url: string;
  host: string;
  from: Link | string;
  author?: string;
  published?: Day;
  day?: Day;
  topics: Link[];
  html: string;
  quotation: Quotation;
  /** the same story elsewhere */
  also: Link[];
  newer?: Link;
  older?: Link;
  related: PickCard[];
  team?: {
    file: string;
    shown: 'now' | 'scheduled' | 'expired';
    facts: {
      publish?: Day | Instant;
      review?: Day;
      expires?: Day;
      keptBy?: string;
      audience?: string;
    };
    score?: number;
    why: ToldReason[];
  };
}

/** A reason, with the pick that it names where the edition has it. */
export interface ToldReason extends Reason {
  pick?: Link;
}

export interface ArchivePage {
  frame: Frame;
  months: { month: Month; picks: PickCard[] }[];
  pagination: Pagination;
}

export interface TopicCard extends Link {
  count: number;
  /** the first words of our position, in the desk's first language */
  note: string;
  noteLang: SiteLanguage;
}

/** A topic and those within it, down to the last. */
export interface TopicBranch extends TopicCard {
  children: TopicBranch[];
}

export interface TopicIndexPage {
  frame: Frame;
  topics: TopicBranch[];
}

export interface TopicPage {
  frame: Frame;
  title: string;
  html: string;
  /** of `html` */
  htmlLang: SiteLanguage;
  parent?: Link;
  children: Link[];
  picks: PickCard[];
  pagination: Pagination;
}

export interface SourceCard extends Link {
  host: string;
  language: string;
  count: number;
  team?: {
    state: 'trial' | 'trusted' | 'watch' | 'retired';
    proposed: number;
    decided: number;
    kept: number;
  };
}

export interface SourceIndexPage {
  frame: Frame;
  sources: SourceCard[];
}

export interface SourcePage {
  frame: Frame;
  source: SourceCard;
  site?: string;
  topics: Link[];
  /** what we may quote */
  allowance: Allowance;
  picks: PickCard[];
  pagination: Pagination;
  team?: {
    file: string;
    feed: string;
    important: boolean;
    /** HTML of the team's own notes */
    notes: string;
    permission: { asked?: Day; answered?: Day; by?: string; evidence?: string };
  };
}

export interface AboutPage {
  frame: Frame;
  html: string;
  htmlLang: SiteLanguage;
  contact: string;
}

/** A page that needs nothing but its frame. */
export interface PlainPage {
  frame: Frame;
}

export interface CandidateCard {
  /** its file's, and its place on the page */
  name: string;
  title: string;
  url: string;
  lang: string;
  from: string;
  author?: string;
  published?: Instant;
  harvested: Instant;
  /** whole days since it was published, or else harvested */
  age: number;
  audience: string;
  score: number;
  why: ToldReason[];
  topics: Link[];
  suggestedTopics: Link[];
  exploration?: boolean;
  /** the pick of whose story it tells more */
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
  waiting: CandidateCard[];
  later: CandidateCard[];
}

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
  why: ToldReason[];
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

export interface FindingsPage {
  frame: Frame;
  /** files that are left out until they are mended */
  quarantined: { file: string; findings: Finding[] }[];
  /** of files that are read all the same */
  others: Finding[];
}

/** A month of the calendar, in one of the desk's languages. */
export interface CalendarPage {
  frame: Frame;
  month: CalendarMonth;
  previous?: Link;
  next?: Link;
  ideas: CalendarSlot[];
}
