import { sourceError } from '../sourceError.ts';
import { jsonOnly } from './jsonOnly.ts';
import { modernised } from './oldFashioned.ts';
import type { RawFeed } from './rawFeed.ts';
import { salvage } from './salvage.ts';
import { withFeedparser } from './withFeedparser.ts';
import { withFeedsmith } from './withFeedsmith.ts';

/** Entries of one feed that are read at most; real feeds have some hundreds. */
const MAX_ENTRIES = 5_000;

/**
 * A feed's text as entries. feedsmith first; where it gives up, or sees fewer entries than the text has, feedparser;
 * where that sees fewer too, what can be salvaged. Throws `source/not-a-feed` when nobody finds a feed.
 * @param url where it came from, for the links
 */
export async function readFeed(document: string, url: string | undefined): Promise<RawFeed> {
  const text = modernised(document.trimStart());
  if (text.startsWith('{')) {
    return orNotAFeed(
      attempt(() => withFeedsmith(text, MAX_ENTRIES)) ??
        attempt(() => withFeedsmith(jsonOnly(text), MAX_ENTRIES)),
      text,
    );
  }
  const expected = Math.min(entryTags(text), MAX_ENTRIES);
  const enough = (feed: RawFeed | undefined) =>
    feed !== undefined && feed.entries.length >= expected;
  const first = attempt(() => withFeedsmith(text, MAX_ENTRIES));
  if (enough(first)) return orNotAFeed(first, text);
  const second = await withFeedparser(text, { url, maxItems: MAX_ENTRIES }).catch(() => undefined);
  const better = richer(first, second);
  if (enough(better) || expected === 0) return orNotAFeed(better, text);
  const third = salvage(text, MAX_ENTRIES);
  return orNotAFeed(third.entries.length > 0 ? richer(better, third) : better, text);
}

function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

/** The one with more entries; of equals, the first. */
function richer(one: RawFeed | undefined, other: RawFeed | undefined): RawFeed | undefined {
  return (other?.entries.length ?? -1) > (one?.entries.length ?? -1) ? other : one;
}

/** How many entries the text seems to have; what stands in CDATA and comments is not counted. */
function entryTags(text: string): number {
  const tags =
    text.match(/<!--|-->|<!\[CDATA\[|\]\]>|<(?:[\w.-]+:)?(?:item|entry)(?![\w.:-])/gi) ?? [];
  let until = '';
  let count = 0;
  for (const tag of tags) {
    if (until !== '') until = tag === until ? '' : until;
    else if (tag === '<!--') until = '-->';
    else if (tag.startsWith('<![')) until = ']]>';
    else if (tag.startsWith('<')) count += 1;
  }
  return count;
}

const ROOT =
  /^(?:<(?:\?|!(?=[a-z]))[^<>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:\w+:)?(?:rss|rdf|feed)[\s>]/;

function orNotAFeed(feed: RawFeed | undefined, text: string): RawFeed {
  if (feed !== undefined) return feed;
  const start = text.slice(0, 2000).toLowerCase();
  // No parser makes anything of `<rss></rss>`, and yet it says what it is.
  if (ROOT.test(start)) return { format: 'rss', entries: [] };
  if (start === '') throw sourceError('notAFeed', 'The answer is empty.');
  if (start.startsWith('<!doctype html') || start.includes('<html')) {
    throw sourceError('notAFeed', 'The answer is a web page, not a feed.');
  }
  throw sourceError('notAFeed', 'The answer is not RSS, Atom, RDF or JSON Feed.');
}
