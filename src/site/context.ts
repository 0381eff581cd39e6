import { words } from '../i18n/words.ts';
import type { Attribution } from '../markdown/toHtml.ts';
import { SiteLanguage } from '../model/desk/text.ts';
import type { Reason } from '../model/desk/why.ts';
import type { Edition } from '../model/site/edition.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { Link } from '../model/site/frame.ts';
import type { LinkedReason } from '../model/site/linkedReason.ts';
import { type Addresses, addresses } from './addresses.ts';
import { hostOf } from './hostOf.ts';
import { type Cards, pickCards } from './pickCards.ts';

/** What the makers of pages share, worked out once. */
export interface Context {
  edition: Edition;
  languages: readonly SiteLanguage[];
  addresses: Addresses;
  /** an address as one reads it elsewhere; none where the edition does not know where it stands */
  whole(href: string): string | undefined;
  cards: Cards;
  /** the title of a source, or else the host of the address: where a thing stands */
  placeOf(source: string | undefined, url: string): string;
  /** whose words a text about a pick quotes, said in the language of the pick's page */
  attribution(pick: EditionPick): Attribution;
  topicLink(lang: SiteLanguage, name: string): Link | undefined;
  /** a pick by the name of its file, where the edition has it */
  pickLink(name: string): Link | undefined;
  /** reasons, with the picks that they name */
  told(why: readonly Reason[]): LinkedReason[];
  /** the address of a source's page, where the edition has one */
  sourceHref(lang: SiteLanguage, name: string): string | undefined;
}

/** @param base folder of the host that the site stands in, `/` or `/criba/` */
export function context(edition: Edition, base: string): Context {
  const { languages, url } = edition.settings;
  const places = addresses(base, languages, edition.name);
  const topics = new Map(edition.topics.map((topic) => [topic.name, topic.title]));
  const sources = new Set(edition.sources.map((source) => source.name));
  const topicLink: Context['topicLink'] = (lang, name) => {
    const title = topics.get(name);
    if (!title) return undefined;
    const speaks = [lang, ...languages, ...SiteLanguage.options].find((other) => title[other]);
    const told = (speaks && title[speaks]) ?? name;
    const href = places.section(lang, 'topics', name);
    return { title: told, href, ...(speaks !== lang && { lang: speaks }) };
  };
  const titles = new Map(edition.sources.map((source) => [source.name, source.title]));
  const placeOf: Context['placeOf'] = (source, at) => titles.get(source ?? '') ?? hostOf(at);
  const picks = new Map(edition.picks.map((pick) => [pick.name, pick]));
  const pickLink: Context['pickLink'] = (name) => {
    const pick = picks.get(name);
    return pick && { title: pick.title, href: places.pick(pick.path), lang: pick.language };
  };
  const cards = pickCards(edition, places, topicLink, placeOf);
  return {
    edition,
    languages,
    addresses: places,
    whole: (href) => (url === undefined ? undefined : new URL(href, url).href),
    topicLink,
    placeOf,
    attribution: (pick) => ({
      label: words(cards.speaks(pick)).say('pick.quoteOf'),
      title: placeOf(pick.source, pick.url),
      url: pick.url,
      lang: pick.language,
    }),
    cards,
    pickLink,
    told: (why) =>
      why.map((reason) => {
        const pick = reason.signal === 'novelty' ? pickLink(reason.evidence ?? '') : undefined;
        return { ...reason, ...(pick && { pick }) };
      }),
    sourceHref: (lang, name) =>
      sources.has(name) ? places.section(lang, 'sources', name) : undefined,
  };
}
