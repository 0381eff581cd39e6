import type { AlsoIn } from '../desk/candidate.ts';
import type { Day, Instant } from '../desk/time.ts';
import type { Reason } from '../desk/why.ts';
import type { Page } from '../run/page.ts';

/** What a build did to the quotations of a body: there were none, all are shown whole, some were cut, or all were left out. */
export type Quotation = 'none' | 'whole' | 'shortened' | 'leftOut';

export interface EditionPick {
  name: string;
  /** from the site's root, without slashes at its ends: `2026/11/x-0a1b2c`; it never changes */
  path: string;
  /** what a feed knows it by: its own id, or one made of its address if a person wrote it without */
  id: string;
  title: string;
  url: string;
  /** of which it is, to tell whether two picks are of one page */
  page: Page;
  /** name of a source file */
  source?: string;
  author?: string;
  /** of the item: `es`, `en`, `fr`, … */
  language: string;
  published?: Day;
  /** the day since when it is here; absent if nothing in the file says so */
  day?: Day;
  /** the same, as exact as the file gives it: a day or a moment */
  since?: Day | Instant;
  lead: boolean;
  topics: string[];
  alsoIn: AlsoIn[];
  /** Markdown; its quotations are cut already, as permitted */
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
