import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { Feed, FeedItem } from '../model/site/feed.ts';
import { isSamePage } from '../text/samePage.ts';
import type { Context } from './context.ts';

/** Picks of a feed at most, the newest. */
const ITEMS = 50;

/**
 * The feed of a language: the newest picks whose pages are in it and whose time has come. None if the edition does not
 * know its own URL: a feed is read elsewhere, and a relative link leads nowhere there. Of several picks of one page it has
 * the newest, since a reader shows one item for each guid.
 * @param file the name of the format's file, `rss.xml`, since a feed says where it stands
 */
export function feed(site: Context, lang: SiteLanguage, file: string): Feed | undefined {
  const { edition, addresses, cards } = site;
  const { name, description, timeZone } = edition.settings;
  const href = site.absoluteUrl(addresses.section(lang, 'front'));
  const self = site.absoluteUrl(addresses.file(lang, file));
  if (href === undefined || self === undefined) return undefined;
  const picks = edition.picks.filter(
    (pick) => cards.languageOf(pick) === lang && (pick.team?.shown ?? 'now') === 'now',
  );
  return {
    title: name,
    description: description || words(lang).say('rss.description', { site: name }),
    language: lang,
    href,
    self,
    timeZone,
    items: oncePerPage(picks)
      .slice(0, ITEMS)
      .map((pick) => feedItem(site, pick, lang)),
  };
}

/** @param picks the newest first */
function oncePerPage(picks: readonly EditionPick[]): EditionPick[] {
  const ids = new Set<string>();
  const shown = new Map<string, EditionPick[]>();
  return picks.filter((pick) => {
    const { id, page } = pick;
    const sameAddress = shown.get(page.address) ?? [];
    if (ids.has(id) || sameAddress.some((other) => isSamePage(other.page, page))) return false;
    ids.add(id);
    shown.set(page.address, [...sameAddress, pick]);
    return true;
  });
}

function feedItem(site: Context, pick: EditionPick, lang: SiteLanguage): FeedItem {
  const { from, topics } = site.cards.of(pick, lang);
  const { id, title, url, author, since } = pick;
  const original = words(lang).say('rss.original', { source: from ?? url, url });
  return {
    id,
    title,
    href: site.absoluteUrl(site.addresses.pick(pick.path)) ?? '',
    day: since,
    note: [site.cards.fullNote(pick), original].filter(Boolean).join(' '),
    url,
    author,
    topics: topics.map((topic) => topic.title),
  };
}
