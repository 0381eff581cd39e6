import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import { isWebAddress } from '../model/desk/text.ts';

/** Who of the desk's sources is at an address already. */
export interface Followed {
  byFeed(address: string): Entry<Source> | undefined;
  /** whose pages for people these are */
  bySite(address: string): Entry<Source> | undefined;
}

/** @param canonical brings all spellings of an address to one; see `addressing` */
export function followed(
  sources: readonly Entry<Source>[],
  canonical: (url: string) => string,
): Followed {
  const feeds = new Map<string, Entry<Source>>();
  const sites = new Map<string, Entry<Source>>();
  for (const source of sources) {
    const { feed, site } = source.data;
    if (isWebAddress(feed)) feeds.set(canonical(feed), source);
    if (site !== undefined) sites.set(canonical(site), source);
  }
  return {
    byFeed: (address) => feeds.get(canonical(address)),
    bySite: (address) => sites.get(canonical(address)),
  };
}
