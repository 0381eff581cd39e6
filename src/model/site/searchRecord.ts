import type { SiteLanguage } from '../desk/text.ts';
import type { Day } from '../desk/time.ts';

/** A pick as the search in the browser knows it. */
export interface SearchRecord {
  title: string;
  href: string;
  lang: string;
  from?: string;
  day?: Day;
  topics: string[];
  note: string;
  /** of the note, if it is not `lang` */
  noteLang?: SiteLanguage;
  /** on the team's edition: why the public one does not show it */
  shown?: 'scheduled' | 'expired';
}
