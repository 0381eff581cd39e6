import type { Edition } from '../model/edition.ts';
import type { Link } from '../model/page.ts';
import type { SiteLanguage } from '../model/text.ts';
import { type Addresses, addresses } from './addresses.ts';
import { type Cards, pickCards } from './pickCards.ts';

/** What the makers of pages share, worked out once. */
export interface Context {
  edition: Edition;
  languages: readonly SiteLanguage[];
  addresses: Addresses;
  cards: Cards;
  topicLink(lang: SiteLanguage, name: string): Link | undefined;
  /** the address of a source's page, where the edition has one */
  sourceHref(lang: SiteLanguage, name: string): string | undefined;
}

/** @param base folder of the host that the site stands in, `/` or `/criba/` */
export function context(edition: Edition, base: string): Context {
  const { languages } = edition.settings;
  const places = addresses(base, languages, edition.name);
  const topics = new Map(edition.topics.map((topic) => [topic.name, topic.title]));
  const sources = new Set(edition.sources.map((source) => source.name));
  const topicLink: Context['topicLink'] = (lang, name) => {
    const title = topics.get(name);
    if (!title) return undefined;
    const speaks = title[lang] ? lang : languages.find((other) => title[other]);
    const told = (speaks && title[speaks]) ?? title.es ?? title.en ?? name;
    const href = places.section(lang, 'topics', name);
    return { title: told, href, ...(speaks !== lang && { lang: speaks }) };
  };
  return {
    edition,
    languages,
    addresses: places,
    topicLink,
    cards: pickCards(edition, places, topicLink),
    sourceHref: (lang, name) =>
      sources.has(name) ? places.section(lang, 'sources', name) : undefined,
  };
}
