import type { SiteLanguage } from '../desk/text.ts';
import type { EditionName } from './editionName.ts';

/** The parts of the site that exist in each of the desk's languages, as its header lists them; the team's come last. */
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
  /** of the title, if it may differ from the page's */
  lang?: string;
}

/** What the frame around a page needs to know of it. */
export interface Frame {
  lang: SiteLanguage;
  edition: EditionName;
  /** `lang` is that of the description */
  site: { name: string; description: string; timeZone: string; lang: SiteLanguage };
  /** of this page; empty on the front page */
  title: string;
  description: string;
  /** the path from the host's root, base included */
  address: string;
  section?: Section;
  sections: Partial<Record<Section, string>>;
  /**
   * paths of the feed and of the records that search reads, in the page's language; no feed if the site does not know
   * its own URL, since a feed is read elsewhere
   */
  feed?: string;
  records: string;
  /** absolute URLs, if the site knows its own */
  canonical?: string;
  alternates: { lang: SiteLanguage; href: string }[];
  /** the page in each language; if it has no counterpart there, its section or the front page */
  languages: { lang: SiteLanguage; href: string }[];
  noIndex?: boolean;
}
