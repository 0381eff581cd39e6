import { getDomain } from 'tldts';

/** Where a text stood: the source that brought it, and its address. */
export interface Occurrence {
  source: string;
  url: string;
}

/**
 * Independent publishers of a story: how many reported it in words of their own. Copies of one text count once, in whatever
 * place they stand; a source that brings several texts counts once, and so does a registrable domain, since one
 * newspaper has many feeds and one feed may gather many newspapers.
 * @param texts for each text of its own, the places where it or a copy of it stood
 * @returns at least 1
 */
export function countPublishers(texts: readonly (readonly Occurrence[])[]): number {
  const bySource = texts.map((places) => [...new Set(places.map(({ source }) => source))]);
  const byDomain = texts.map((places) => [...new Set(places.map(({ url }) => domainOf(url)))]);
  return Math.max(1, Math.min(maximumMatching(bySource), maximumMatching(byDomain)));
}

/** The registrable domain of an address, `news.example`; the host and port where there is none. */
function domainOf(address: string): string {
  const { hostname, host } = new URL(address);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? host;
}

/**
 * How many texts can be given a publisher each, of those where they stood: a text of an agency that stood in a
 * newspaper is no voice of its own beside what the newspaper wrote.
 * @see https://en.wikipedia.org/wiki/Maximum_cardinality_matching
 */
function maximumMatching(texts: readonly (readonly string[])[]): number {
  const textOf = new Map<string, number>();
  const place = (text: number, tried: Set<string>): boolean =>
    (texts[text] ?? []).some((name) => {
      if (tried.has(name)) return false;
      tried.add(name);
      const holder = textOf.get(name);
      if (holder !== undefined && !place(holder, tried)) return false;
      textOf.set(name, text);
      return true;
    });
  return texts.filter((_, text) => place(text, new Set())).length;
}
