import type { Permission } from '../desk/source.ts';

/** What a source's permission comes to, its answer considered. */
export type Allowance = 'link' | 'excerpt' | 'full' | 'refused';

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
