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

/** What all makers of pages need, worked out once. */
export interface Context {
  edition: Edition;
  languages: readonly SiteLanguage[];
  addresses: Addresses;
  /** an address with its host; none if the edition does not know where it stands */
  absoluteUrl(href: string): string | undefined;
  cards: Cards;
  /** the title of a source; if it has none here, the host of the address */
  publisherOf(source: string | undefined, url: string): string;
  /** whose words a text about a pick quotes, in the language of the pick's page */
  attribution(pick: EditionPick): Attribution;
  topicLink(lang: SiteLanguage, name: string): Link | undefined;
  /** a pick by the name of its file, if the edition has it */
  pickLink(name: string): Link | undefined;
  /** reasons with links to the picks that they name */
  linkedReasons(why: readonly Reason[]): LinkedReason[];
  /** the path of a source's page, if the edition has one */
  sourceHref(lang: SiteLanguage, name: string): string | undefined;
}

/** @param base folder of the host that the site stands in, `/` or `/criba/` */
export function context(edition: Edition, base: string): Context {
  const { languages, url } = edition.settings;
  const places = addresses(base, languages, edition.name);
  const topicLink = topicLinks(edition, places);
  const pickLink = pickLinks(edition, places);
  const publisherOf = publishers(edition);
  const cards = pickCards(edition, places, topicLink, publisherOf);
  const sources = new Set(edition.sources.map((source) => source.name));
  return {
    edition,
    languages,
    addresses: places,
    absoluteUrl: (href) => (url === undefined ? undefined : new URL(href, url).href),
    cards,
    publisherOf,
    attribution: (pick) => ({
      label: words(cards.languageOf(pick)).say('pick.quoteOf'),
      title: publisherOf(pick.source, pick.url),
      url: pick.url,
      lang: pick.language,
    }),
    topicLink,
    pickLink,
    linkedReasons: (why) => why.map((reason) => linkedReason(reason, pickLink)),
    sourceHref: (lang, name) =>
      sources.has(name) ? places.section(lang, 'sources', name) : undefined,
  };
}

/** A topic is called as in the page's language if it has a title there, or else as in the first language that gives it one. */
function topicLinks({ topics, settings }: Edition, places: Addresses): Context['topicLink'] {
  const titles = new Map(topics.map(({ name, title }) => [name, title]));
  return (lang, name) => {
    const title = titles.get(name);
    if (!title) return undefined;
    const order = [lang, ...settings.languages, ...SiteLanguage.options];
    const language = order.find((other) => title[other]);
    return {
      title: (language && title[language]) ?? name,
      href: places.section(lang, 'topics', name),
      ...(language !== lang && { lang: language }),
    };
  };
}

function pickLinks({ picks }: Edition, places: Addresses): Context['pickLink'] {
  const byName = new Map(picks.map((pick) => [pick.name, pick]));
  return (name) => {
    const pick = byName.get(name);
    return pick && { title: pick.title, href: places.pick(pick.path), lang: pick.language };
  };
}

function publishers({ sources }: Edition): Context['publisherOf'] {
  const titles = new Map(sources.map((source) => [source.name, source.title]));
  return (source, url) => titles.get(source ?? '') ?? hostOf(url);
}

/** Only novelty names a pick: the one that an item resembles. */
function linkedReason(reason: Reason, pickLink: Context['pickLink']): LinkedReason {
  const pick = reason.signal === 'novelty' ? pickLink(reason.evidence ?? '') : undefined;
  return { ...reason, ...(pick && { pick }) };
}
