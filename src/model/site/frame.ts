import type { SiteLanguage } from '../desk/text.ts';
import type { EditionName } from './editionName.ts';

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

/** What the frame around a page needs to know of it. */
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
