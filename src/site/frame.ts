import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Frame, Section } from '../model/site/frame.ts';
import type { Context } from './context.ts';

/** What a page has to say for its frame; the rest follows from the site. */
export interface Place {
  lang: SiteLanguage;
  address: string;
  section?: Section;
  /** the section's name unless given */
  title?: string;
  description?: string;
  /** the address of the same page in another language; unless given, that of the section or else of the front page */
  alternate?: (lang: SiteLanguage) => string;
}

/** The frame of a page, with absolute URLs if the edition knows its own. */
export function frame(
  { edition, languages, addresses, absoluteUrl }: Context,
  { lang, address, section, title, description, alternate }: Place,
): Frame {
  const { name, description: about, timeZone } = edition.settings;
  const other = (to: SiteLanguage) => alternate?.(to) ?? addresses.section(to, section ?? 'front');
  const inEach = languages.map((to) => ({ lang: to, href: to === lang ? address : other(to) }));
  const canonical = absoluteUrl(address);
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
    // A page of no section, such as a pick's, stands in one language alone.
    alternates: section === undefined ? [] : alternatesOf(inEach, absoluteUrl),
    languages: inEach,
    ...(edition.name === 'team' && { noIndex: true }),
  };
}

/** The page in each language, itself included, as `hreflang` wants it; none if there is but one language. */
function alternatesOf(
  inEach: Frame['languages'],
  absoluteUrl: Context['absoluteUrl'],
): Frame['alternates'] {
  if (inEach.length < 2) return [];
  return inEach.flatMap(({ lang, href }) => {
    const url = absoluteUrl(href);
    return url === undefined ? [] : [{ lang, href: url }];
  });
}
