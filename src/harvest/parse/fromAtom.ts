import { people, readerLinks } from './atomLinks.ts';
import { atomText } from './atomText.ts';
import { mediaParts } from './mediaParts.ts';
import { guesses, present, type RawEntry, type RawFeed, type RawText } from './rawFeed.ts';
import type { FeedOf } from './withFeedsmith.ts';

type AtomFeed = FeedOf<'atom'>;
type AtomEntry = NonNullable<AtomFeed['entries']>[number];

export function fromAtom(feed: AtomFeed): RawFeed {
  const feedAuthors = people(feed.authors);
  return {
    format: 'atom',
    title: feed.title?.value,
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    entries: (feed.entries ?? []).map((entry) =>
      fromAtomEntry(entry, present(feed.xml?.base), feedAuthors),
    ),
  };
}

function fromAtomEntry(entry: AtomEntry, feedBases: string[], feedAuthors: string[]): RawEntry {
  const { dc, dcterms, links = [] } = entry;
  const media = mediaParts(entry.media);
  const relation = (rel: string) =>
    links.filter((link) => link.rel === rel).map(({ href }) => href);
  return {
    titles: [...atomText(entry.title), ...guesses(dc?.titles), ...media.titles],
    links: present(readerLinks(links), entry.content?.src),
    permalinks: present(entry.id),
    files: present(media.players, relation('enclosure')),
    bases: [...feedBases, ...present(entry.xml?.base)],
    bodies: [
      ...atomBody(entry.content),
      ...atomBody(entry.summary),
      ...guesses(dc?.descriptions, entry.itunes?.summary),
      ...media.bodies,
    ],
    authors: present(
      people(entry.authors),
      dc?.creators,
      people(entry.source?.authors),
      media.authors,
      feedAuthors,
    ),
    dates: present(
      entry.published,
      dcterms?.issued,
      dc?.dates,
      dcterms?.created,
      entry.updated,
      dcterms?.modified,
    ),
    images: present(
      media.images,
      entry.itunes?.image,
      links
        .filter(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/'))
        .map(({ href }) => href),
    ),
    comments: present(relation('replies')),
    categories: present(
      entry.categories?.map(({ label, term }) => label ?? term),
      dc?.subjects,
      media.categories,
    ),
    language: entry.xml?.lang ?? entry.title?.xml?.lang,
  };
}

/** Publishers forget `type="html"` on bodies far more often than they write about tags without a single entity. */
function atomBody(written: Parameters<typeof atomText>[0]): RawText[] {
  return atomText(written).map((text) =>
    text.kind === 'text' && written?.type === undefined ? { ...text, kind: 'guess' } : text,
  );
}
