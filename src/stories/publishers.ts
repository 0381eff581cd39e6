import { getDomain } from 'tldts';

/** Where a text stood: the source that brought it, and its address. */
export interface Place {
  source: string;
  url: string;
}

/**
 * Independent publishers of a story: how many told it in words of their own. Copies of one text count once, in whatever
 * place they stand; a source that brings several tellings counts once, and so does a registrable domain, since one
 * newspaper has many feeds and one feed may gather many newspapers.
 * @param tellings for each text of its own, the places where it or a copy of it stood
 * @returns at least 1
 */
export function countPublishers(tellings: readonly (readonly Place[])[]): number {
  const bySource = tellings.map((places) => [...new Set(places.map(({ source }) => source))]);
  const byDomain = tellings.map((places) => [...new Set(places.map(({ url }) => domainOf(url)))]);
  return Math.max(1, Math.min(matched(bySource), matched(byDomain)));
}

/** The registrable domain of an address, `news.example`; the host and port where there is none. */
function domainOf(address: string): string {
  const { hostname, host } = new URL(address);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? host;
}

/**
 * How many tellings can be given a publisher each, of those where they stood: a text of an agency that stood in a
 * newspaper is no voice of its own beside what the newspaper wrote.
 * @see https://en.wikipedia.org/wiki/Maximum_cardinality_matching
 */
function matched(tellings: readonly (readonly string[])[]): number {
  const tellingOf = new Map<string, number>();
  const place = (telling: number, tried: Set<string>): boolean =>
    (tellings[telling] ?? []).some((name) => {
      if (tried.has(name)) return false;
      tried.add(name);
      const holder = tellingOf.get(name);
      if (holder !== undefined && !place(holder, tried)) return false;
      tellingOf.set(name, telling);
      return true;
    });
  return tellings.filter((_, telling) => place(telling, new Set())).length;
}
