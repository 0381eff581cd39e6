import { DISCOVERY_METHODS, type FoundFeed } from '../../model/run/foundFeed.ts';
import { areDuplicates, type ReadFeed } from './foundFeed.ts';
import { type PageKind, type PageSigns, pageKind } from './pageKind.ts';

export interface RankedFeeds {
  /** the best first */
  feeds: FoundFeed[];
  /** the first of them, if it has items and no other is as good */
  clearBest?: FoundFeed;
}

/** What the feeds were looked for from. */
export interface AskedPage {
  /** the address that was asked about, after redirects */
  url: string;
  /** absent if it could not be read */
  signs?: PageSigns;
}

/**
 * Puts the feeds of a page in order: what the page is about first, comments and empty feeds last. The same feed in
 * another format is no choice that a person should have to make: it becomes a duplicate of the first.
 */
export function rankFeeds(read: readonly ReadFeed[], page: AskedPage): RankedFeeds {
  const single: ReadFeed[] = [];
  for (const one of read) {
    const { feed } = one.found;
    // Two addresses of a page may lead to one.
    if (single.some(({ found }) => found.feed === feed || found.duplicates.includes(feed)))
      continue;
    const duplicate = single.find((other) => areDuplicates(other, one));
    if (duplicate !== undefined) duplicate.found.duplicates.push(feed);
    else single.push({ ...one, found: { ...one.found, duplicates: [...one.found.duplicates] } });
  }
  const kind = pageKind(page.url, page.signs);
  const classes = new Map(single.map(({ found }) => [found, classOf(found, page.url, kind)]));
  const order = (feed: FoundFeed) => classes.get(feed) ?? 0;
  const feeds = single.map(({ found }) => found).toSorted((a, b) => order(a) - order(b));
  const [first, second] = feeds;
  if (first === undefined || first.comments || first.total === 0) return { feeds };
  const clear = second === undefined || order(first) < order(second);
  return clear ? { feeds, clearBest: first } : { feeds };
}

/** Smaller is better. The first feed of a rule is the one meant. */
function classOf(
  { feed, method, total, comments }: FoundFeed,
  page: string,
  kind: PageKind,
): number {
  if (comments) return 100 + DISCOVERY_METHODS.indexOf(method);
  if (total === 0) return 50 + DISCOVERY_METHODS.indexOf(method);
  if (method === 'itself' || method === 'rule') return 0;
  return 10 * DISCOVERY_METHODS.indexOf(method) + placeOf(feed, page, kind);
}

/** A section is about the pages below it; the feed below an article is that of its comments, whatever its name. */
function placeOf(feed: string, page: string, kind: PageKind): number {
  const own = new URL(page).pathname;
  const folder =
    kind === 'section' ? own.replace(/\/(?:[^/]*\.\w+)?$/, '') : own.replace(/\/$/, '');
  if (kind === 'unknown' || !new URL(feed).pathname.startsWith(`${folder}/`)) return 1;
  return kind === 'section' ? 0 : 2;
}
