import type { Page } from '../model/run/page.ts';
import type { Addressing } from './address.ts';

/** Where an item stands. A fragment that tells where a reader came from (`#xtor=RSS-1`) names no part of a page. */
export function pageOf(
  { url, source }: { url: string; source?: string | undefined },
  { canonical }: Addressing,
): Page {
  const address = canonical(url);
  const fragment = new URL(url).hash.slice(1);
  const asQuery = new URL(url);
  asQuery.hash = '';
  asQuery.search = fragment;
  const bare = new URL(asQuery);
  bare.search = '';
  const says = fragment !== '' && canonical(asQuery.href) !== canonical(bare.href);
  return { address, part: says ? fragment : '', source };
}

/** Whether two items are of one page. Within one source, two parts of a page are two texts. */
export function isSamePage(a: Page, b: Page): boolean {
  const twoParts = a.source === b.source && a.part !== '' && b.part !== '' && a.part !== b.part;
  return a.address === b.address && !twoParts;
}
