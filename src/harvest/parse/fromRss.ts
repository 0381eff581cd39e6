import { readerLinks } from './atomLinks.ts';
import { atomText } from './atomText.ts';
import { mediaParts } from './mediaParts.ts';
import { guesses, htmls, present, type RawEntry, type RawFeed } from './rawFeed.ts';
import type { FeedOf } from './withFeedsmith.ts';

type RssFeed = FeedOf<'rss'>;
type RdfFeed = FeedOf<'rdf'>;
type RssItem = NonNullable<RssFeed['items']>[number];
type RdfItem = NonNullable<RdfFeed['items']>[number];

export function fromRss(feed: RssFeed): RawFeed {
  const inherited = present(feed.itunes?.author, feed.dc?.creators);
  return {
    format: 'rss',
    title: feed.title,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    entries: (feed.items ?? []).map((item) =>
      fromRssItem(item, present(feed.xml?.base), inherited),
    ),
  };
}

function fromRssItem(item: RssItem, bases: string[], feedAuthors: string[]): RawEntry {
  const shared = fromSharedParts(item, bases);
  const files = item.enclosures ?? [];
  const permalinks = item.guid?.isPermaLink === false ? [] : present(item.guid?.value);
  return {
    ...shared,
    titles: [...shared.titles, ...guesses(item.itunes?.title)],
    permalinks,
    files: [...shared.files, ...present(files.map(({ url }) => url))],
    bodies: [...shared.bodies, ...guesses(item.itunes?.summary, item.itunes?.subtitle)],
    authors: [
      ...present(item.authors?.map(({ name }) => name)),
      ...shared.authors,
      ...present(
        item.itunes?.author,
        item.authors?.map(({ email }) => email),
      ),
      ...feedAuthors,
    ],
    dates: present(item.pubDate, shared.dates),
    images: [
      ...shared.images,
      ...present(
        item.itunes?.image,
        files.filter(({ type }) => type?.startsWith('image/')).map(({ url }) => url),
      ),
    ],
    comments: present(item.comments, shared.comments),
    categories: present(
      item.categories?.map(({ name }) => name),
      shared.categories,
      item.itunes?.keywords,
    ),
  };
}

export function fromRdf(feed: RdfFeed): RawFeed {
  return {
    format: 'rdf',
    title: feed.title,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    entries: (feed.items ?? []).map((item) => {
      const shared = fromSharedParts(item, present(feed.xml?.base));
      return { ...shared, permalinks: present(item.rdf?.about) };
    }),
  };
}

/** What RSS 1.0 and 2.0 have in common: the plain elements, Dublin Core, `content`, Atom inside RSS, Media RSS. */
function fromSharedParts(item: RssItem | RdfItem, feedBases: string[]): RawEntry {
  const { dc, dcterms, atom } = item;
  const media = mediaParts(item.media);
  const atomLinks = atom?.links ?? [];
  return {
    titles: [
      ...guesses(item.title),
      ...atomText(atom?.title),
      ...guesses(dc?.titles, dcterms?.titles),
      ...media.titles,
    ],
    links: present(item.link, readerLinks(atomLinks)),
    permalinks: [],
    files: media.players,
    bases: [...feedBases, ...present(item.xml?.base)],
    bodies: [
      ...htmls(item.content?.encoded),
      ...atomText(atom?.content),
      ...guesses(item.description),
      ...atomText(atom?.summary),
      ...guesses(dc?.descriptions, dcterms?.abstracts, dcterms?.descriptions),
      ...media.bodies,
    ],
    authors: present(
      dc?.creators,
      atom?.authors?.map(({ name }) => name),
      dcterms?.creators,
      media.authors,
    ),
    dates: present(
      atom?.published,
      dcterms?.issued,
      dc?.dates,
      dcterms?.dates,
      dcterms?.created,
      dcterms?.modified,
      atom?.updated,
    ),
    images: media.images,
    comments: present(atomLinks.filter(({ rel }) => rel === 'replies').map(({ href }) => href)),
    categories: present(dc?.subjects, dcterms?.subjects, media.categories),
    language: item.xml?.lang ?? dc?.languages?.[0],
  };
}
