import { words } from '../i18n/words.ts';
import { ownWords } from '../markdown/ownWords.ts';
import type { Feed, FeedItem } from '../model/feed.ts';
import type { PickCard } from '../model/page.ts';
import type { SiteLanguage } from '../model/text.ts';
import type { Context } from './context.ts';

/** Picks of a feed at most, the newest. */
const ITEMS = 50;

/** The feed of a language: the picks whose pages speak it and whose time has come. */
export function feed(site: Context, lang: SiteLanguage): Feed {
  const { edition, addresses, cards } = site;
  const { name, description, url, timeZone } = edition.settings;
  const whole = (href: string) => (url === undefined ? href : new URL(href, url).href);
  const speech = words(lang);
  const items = edition.picks
    .filter((pick) => cards.speaks(pick) === lang && (pick.team?.shown ?? 'now') === 'now')
    .slice(0, ITEMS)
    .map((pick): FeedItem => {
      const { from, topics } = cards.of(pick, lang);
      const { id, title, url: original, author, day, body } = pick;
      return {
        id,
        title,
        href: whole(addresses.pick(pick.path)),
        day,
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
    href: whole(addresses.section(lang, 'front')),
    self: whole(addresses.file(lang, 'rss.xml')),
    timeZone,
    items,
  };
}

/** What search looks through in a language: every pick, told in it. */
export function searchable({ edition, cards }: Context, lang: SiteLanguage): PickCard[] {
  return edition.picks.map((pick) => cards.of(pick, lang));
}
