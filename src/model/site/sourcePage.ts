import type { Source } from '../desk/source.ts';
import type { Day } from '../desk/time.ts';
import type { Allowance } from './editionSource.ts';
import type { Frame, Link } from './frame.ts';
import type { Pagination } from './pagination.ts';
import type { PickCard } from './pickCard.ts';

export interface SourceCard extends Link {
  host: string;
  language: string;
  count: number;
  team?: {
    state: Source['state'];
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
  /** how much we may quote */
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
