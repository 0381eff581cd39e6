import FeedParser from 'feedparser';
import { guesses, present, type RawEntry, type RawFeed, type RawText } from './rawFeed.ts';

/** What feedparser keeps of an element: attributes under `@`, text under `#`. */
interface Element {
  '@'?: Record<string, string>;
  '#'?: string;
}

/**
 * A feed as feedparser reads it, which keeps the whole entries of a document that is broken further on.
 * Throws when it finds no feed. It resolves links itself, so `url` should be where the feed came from.
 */
export async function withFeedparser(
  text: string,
  { url, maxItems }: { url: string | undefined; maxItems: number },
): Promise<RawFeed> {
  const parser = new FeedParser({ addmeta: false, ...(url === undefined ? {} : { feedurl: url }) });
  const entries: RawEntry[] = [];
  let meta: FeedParser.Meta | undefined;
  await new Promise<void>((done) => {
    parser.on('meta', (found) => {
      meta = found;
    });
    parser.on('readable', () => {
      for (let item = parser.read(); item !== null; item = parser.read()) {
        if (entries.length < maxItems) entries.push(fromItem(item));
      }
    });
    // It tells of every fault and goes on.
    parser.on('error', () => {});
    parser.on('end', done);
    parser.on('close', done);
    // Its tokenizer takes what follows a bare ampersand for the rest of an entity.
    parser.end(text.replace(/&(?![a-z][a-z0-9]*;|#\w+;)/gi, '&amp;'));
  });
  if (meta === undefined) throw new Error('feedparser: no feed found');
  const format = meta['#type'];
  return { format, title: meta.title ?? undefined, language: meta.language ?? undefined, entries };
}

function fromItem(item: FeedParser.Item): RawEntry {
  const all = (name: string) => elements(item[name]);
  const texts = (...names: string[]) =>
    present(names.flatMap((name) => all(name).map((element) => element['#'])));
  const titles = [...all('atom:title'), ...all('rss:title'), ...all('dc:title')].flatMap(written);
  const isId = all('rss:guid').some((guid) => guid['@']?.ispermalink?.toLowerCase() === 'false');
  return {
    titles: [...titles, ...guesses(item.title)],
    // Without a link it takes the identifier for one, even where that says that it is none.
    links: present(item.link === item.guid ? [] : item.link),
    permalinks: isId ? [] : present(item.guid),
    files: present(item.enclosures.map((file) => file.url)),
    bases: [],
    bodies: [
      ...all('content:encoded').flatMap(written),
      ...all('atom:content').flatMap(written),
      ...guesses(item.description),
      ...guesses(item.summary),
    ],
    authors: present(item.author),
    dates: texts(
      'rss:pubdate',
      'atom:published',
      'atom:issued',
      'atom:created',
      'dc:date',
      'atom:updated',
      'atom:modified',
    ),
    images: present(item.image?.url),
    comments: present(item.comments),
    categories: present(item.categories),
    language: item['rss:@']?.['xml:lang'],
  };
}

function elements(value: unknown): Element[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(
    (element): element is Element => typeof element === 'object' && element !== null,
  );
}

function written(element: Element): RawText[] {
  const type = element['@']?.type;
  const kind = type === 'text' ? 'text' : type?.includes('html') === true ? 'html' : 'guess';
  return present(element['#']).map((value) => ({ value, kind }));
}
