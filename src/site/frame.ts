import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Frame, Section } from '../model/site/frame.ts';
import type { Context } from './context.ts';

/** What a page says of itself; the rest of its frame follows from the site. */
export interface Place {
  lang: SiteLanguage;
  address: string;
  section?: Section;
  /** the section's name unless given */
  title?: string;
  description?: string;
  /** the same page in another language; the section, or else the front page, unless given */
  twin?: (lang: SiteLanguage) => string;
}

/** The frame of a page. Whole addresses are given where the edition knows its own. */
export function frame(
  { edition, languages, addresses, whole }: Context,
  { lang, address, section, title, description, twin }: Place,
): Frame {
  const { name, description: about, timeZone } = edition.settings;
  const other = (to: SiteLanguage) => twin?.(to) ?? addresses.section(to, section ?? 'front');
  const switches = languages.map((to) => ({ lang: to, href: to === lang ? address : other(to) }));
  const twins = section === undefined ? [] : switches;
  const canonical = whole(address);
  const heading = title ?? (section ? words(lang).say(`section.${section}`) : '');
  return {
    lang,
    edition: edition.name,
    site: { name, description: about, timeZone, lang: languages[0] ?? lang },
    title: section === 'front' ? '' : heading,
    description: description || about,
    address,
    section,
    sections: addresses.sections(lang),
    feed: canonical && addresses.file(lang, 'rss.xml'),
    records: addresses.file(lang, 'search.json'),
    canonical,
    alternates:
      twins.length > 1
        ? twins.flatMap(({ lang: to, href }) => {
            const full = whole(href);
            return full === undefined ? [] : [{ lang: to, href: full }];
          })
        : [],
    languages: switches,
    ...(edition.name === 'team' && { noIndex: true }),
  };
}
