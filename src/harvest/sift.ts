import type { AlsoIn } from '../model/candidate.ts';
import type { Item } from '../model/item.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Sifted } from '../model/run.ts';
import type { Instant } from '../model/time.ts';
import { canonicalAddress } from '../text/address.ts';

export interface SiftOptions {
  /** ids that the desk has met */
  known: ReadonlySet<string>;
  /** addresses that the desk has met, as stored: they are compared by today's rules */
  knownUrls: Iterable<string>;
  now: Instant;
  /** days after publication beyond which an item is left out */
  lookBack: number;
}

export interface Siftings {
  /** to be scored, in the order they came */
  fresh: Item[];
  /** the rest; with `fresh`, every item exactly once */
  sifted: Sifted[];
  /** by id of a fresh item: the other places where its address stood */
  alsoIn: Map<string, AlsoIn[]>;
}

const DAY = 86_400_000;

/**
 * Takes out what nobody needs to judge. The first that applies is an item's outcome: `known`, `duplicate`, `future`,
 * `tooOld`. What it gives depends on the items and not on the order of their sources.
 */
export function sift(items: readonly Item[], options: SiftOptions): Siftings {
  const sifted: Sifted[] = [];
  const without = (from: readonly Item[], outcomeOf: (item: Item) => Outcome | undefined) =>
    from.filter((item) => {
      const outcome = outcomeOf(item);
      if (outcome !== undefined) sifted.push(siftedOut(item, outcome));
      return outcome === undefined;
    });

  const addresses = new Set(Array.from(options.knownUrls, canonicalAddress));
  const isKnown = ({ id, address }: Item) => options.known.has(id) || addresses.has(address);
  const unknown = without(items, (item) => (isKnown(item) ? 'known' : undefined));
  const { leading, copies } = leadingCopies(unknown);
  sifted.push(...copies.map(({ item, leader }) => siftedOut(item, 'duplicate', leader.source)));
  const fresh = without(leading, (item) => untimely(item, options));
  return { fresh, sifted, alsoIn: placesOf(fresh, copies) };
}

function siftedOut({ source, title, id, url }: Item, outcome: Outcome, detail?: string): Sifted {
  return { source, title, outcome, id, url, ...(detail !== undefined && { detail }) };
}

interface Copy {
  item: Item;
  leader: Item;
}

/** Of several copies of an address the one with the longest text leads; of equals, that of the source first by name. */
function leadingCopies(items: readonly Item[]): { leading: Item[]; copies: Copy[] } {
  const leaders = new Map<string, Item>();
  for (const item of items) {
    const leader = leaders.get(item.address);
    if (leader === undefined || leads(item, leader)) leaders.set(item.address, item);
  }
  const leading: Item[] = [];
  const copies: Copy[] = [];
  for (const item of items) {
    const leader = leaders.get(item.address) ?? item;
    if (leader === item) leading.push(item);
    else copies.push({ item, leader });
  }
  return { leading, copies };
}

function leads(item: Item, leader: Item): boolean {
  if (item.text.length !== leader.text.length) return item.text.length > leader.text.length;
  return item.source < leader.source;
}

function untimely(
  { published }: Item,
  { now, lookBack }: SiftOptions,
): 'future' | 'tooOld' | undefined {
  if (published === undefined) return undefined;
  const age = Date.parse(now) - Date.parse(published);
  if (age < -DAY) return 'future';
  return age > lookBack * DAY ? 'tooOld' : undefined;
}

function placesOf(fresh: readonly Item[], copies: readonly Copy[]): Map<string, AlsoIn[]> {
  const byLeader = Map.groupBy(copies, ({ leader }) => leader);
  const places = new Map<string, AlsoIn[]>();
  for (const item of fresh) {
    const others = (byLeader.get(item) ?? []).filter((copy) => copy.item.source !== item.source);
    const bySource = new Map(others.map(({ item: { source, url } }) => [source, { source, url }]));
    const sorted = [...bySource.values()].toSorted((a, b) => (a.source < b.source ? -1 : 1));
    if (sorted.length > 0) places.set(item.id, sorted);
  }
  return places;
}
