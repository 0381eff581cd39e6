import type { Discovery } from '../../src/harvest/discover/discover.ts';
import type { Followed } from '../../src/harvest/followed.ts';
import { namedLanguage } from '../../src/harvest/namedLanguage.ts';
import { type NewSource, newSource } from '../../src/harvest/newSource.ts';
import type { Desk, Entry } from '../../src/model/desk/desk.ts';
import type { Source } from '../../src/model/desk/source.ts';
import { CribaError } from '../../src/model/run/error.ts';
import { type FoundFeed, feedsOf } from '../../src/model/run/foundFeed.ts';
import type { AddOptions } from './addOptions.ts';

/** The one that a person names by its number, or the one that is clearly meant. */
export function chooseFeed(
  { feeds, clearBest }: Discovery,
  number: number | undefined,
): FoundFeed | undefined {
  if (number === undefined) return clearBest;
  const chosen = feeds[number - 1];
  if (chosen !== undefined) return chosen;
  throw new CribaError('usage/feed', { why: 'noSuch', number, n: feeds.length });
}

/**
 * The source that follows the chosen feed, or its site, already. If a person chose the feed, by its number or its address,
 * its site may be followed: a site may have another feed for us.
 */
export function followerOf(
  address: string,
  chosen: FoundFeed | undefined,
  places: Followed,
  isNumbered: boolean,
): { source: Entry<Source>; what: 'feed' | 'site' } | undefined {
  const byFeed = chosen && feedsOf(chosen).map(places.byFeed).find(Boolean);
  if (byFeed !== undefined) return { source: byFeed, what: 'feed' };
  if (isNumbered || chosen?.method === 'itself') return undefined;
  const bySite = [address, chosen?.site].map((site) => site && places.bySite(site)).find(Boolean);
  return bySite ? { source: bySite, what: 'site' } : undefined;
}

/** The file of the source that follows the chosen feed. */
export function sourceOf(
  chosen: FoundFeed,
  found: Discovery,
  desk: Desk,
  options: AddOptions,
): NewSource {
  const facts = {
    title: chosen.title ?? found.page?.title ?? '',
    site: chosen.site ?? found.page?.url,
    feed: chosen.feed,
    language:
      chosen.language ?? namedLanguage(found.page?.language) ?? desk.settings.languages[0] ?? 'es',
    topics: options.topics,
  };
  return newSource(facts, options.taken, options.name);
}

/** The number of the first feed that nobody follows yet. */
export function freeFeed({ feeds }: Discovery, places: Followed): number | undefined {
  const n = feeds.findIndex((found) => !feedsOf(found).some(places.byFeed));
  return n === -1 ? undefined : n + 1;
}
