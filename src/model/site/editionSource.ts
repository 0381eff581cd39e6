import type { Permission, Source } from '../desk/source.ts';

/** How much of a source's text we may show, its answer considered. */
export type Allowance = Permission['scope'] | 'refused';

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
    state: Source['state'];
    important: boolean;
    permission: Permission;
    /** Markdown: what the team notes about it */
    notes: string;
    counts: SourceCounts;
  };
}

/** How many items of a source the ledger knows. */
export interface SourceCounts {
  proposed: number;
  /** kept and dropped together */
  decided: number;
  kept: number;
}
