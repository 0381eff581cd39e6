import { words } from '../i18n/words.ts';
import { ownWords } from '../markdown/ownWords.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Feed, FeedItem } from '../model/site/feed.ts';
import type { PickCard } from '../model/site/pickCard.ts';
import type { Context } from './context.ts';

/** Picks of a feed at most, the newest. */
const ITEMS = 50;

/**
 * The feed of a language: the picks whose pages speak it and whose time has come. None where the edition does not
 * know its own address: a feed is read elsewhere, where a relative link leads to nothing.
 */
export function feed(site: Context, lang: SiteLanguage): Feed | undefined {
  const { edition, addresses, cards } = site;
  const { name, description, timeZone } = edition.settings;
  const href = site.whole(addresses.section(lang, 'front'));
  const self = site.whole(addresses.file(lang, 'rss.xml'));
  if (href === undefined || self === undefined) return undefined;
  const speech = words(lang);
  const items = edition.picks
    .filter((pick) => cards.speaks(pick) === lang && (pick.team?.shown ?? 'now') === 'now')
    .slice(0, ITEMS)
    .map((pick): FeedItem => {
      const { from, topics } = cards.of(pick, lang);
      const { id, title, url: original, author, since, body } = pick;
      return {
        id,
        title,
        href: site.whole(addresses.pick(pick.path)) ?? '',
        day: since,
        note: [
          ownWords(body),
          speech.say('rss.original', { source: from ?? original, url: original }),
        ]
          .filter(Boolean)
          .join(' '),
        url: original,
        author,
        topics: topics.map((topic) => topic.title),
      };
    });
  return {
    title: name,
    description: description || speech.say('rss.description', { site: name }),
    language: lang,
    href,
    self,
    timeZone,
    items,
  };
}

/** What search looks through in a language: every pick, told in it, its note whole. */
export function searchable({ edition, cards }: Context, lang: SiteLanguage): PickCard[] {
  return edition.picks.map((pick) => ({ ...cards.of(pick, lang), note: cards.words(pick) }));
}
