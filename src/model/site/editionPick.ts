import type { AlsoIn } from '../desk/candidate.ts';
import type { Day, Instant } from '../desk/time.ts';
import type { Reason } from '../desk/why.ts';

/** How much of the source's words a page shows, and so what a build did to the quotations of a body. */
export type Quotation = 'none' | 'whole' | 'shortened' | 'leftOut';

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
