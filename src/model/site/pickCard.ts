import type { SiteLanguage } from '../desk/text.ts';
import type { Day } from '../desk/time.ts';
import type { Link } from './frame.ts';

/** A pick in a list. */
export interface PickCard {
  title: string;
  href: string;
  lang: string;
  /** the source's title, or else the host; absent on the source's own page */
  from?: string;
  day?: Day;
  topics: Link[];
  /** the edition's: a day of the same year is written without the year */
  today: Day;
  /** what the curator says of it, in plain words, shortened */
  note: string;
  /** of the note: that of the pick's own page */
  noteLang: SiteLanguage;
  /** on the team's edition: why the public one does not show it */
  shown?: 'scheduled' | 'expired';
}
