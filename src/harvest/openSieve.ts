import type { AlsoIn } from '../model/desk/candidate.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import type { Known } from '../model/run/known.ts';
import type { Outcome } from '../model/run/outcome.ts';
import type { ItemOutcome } from '../model/run/runReport.ts';
import type { RememberedItem } from '../model/run/sourceMemory.ts';

export interface SieveOptions {
  known: Known;
  now: Instant;
  /** days after publication beyond which an item is left out */
  lookBack: number;
}

export interface SieveResult {
  /** to be scored, in the order of their ids */
  fresh: Item[];
  /** the rest: those without a link, by source, then the others, by source and place in its feed */
  filtered: ItemOutcome[];
  /** by id of a fresh item: the other places where its address stood */
  alsoIn: Map<string, AlsoIn[]>;
}

export interface Sieve {
  /**
   * Takes the items of one feed, in its order, and keeps only those that may be worth scoring.
   * @param unlinked entries of the same feed that have no link, outcome `noLink`
   */
  add(items: readonly Item[], unlinked?: readonly ItemOutcome[]): void;
  /** Whether none of these could be proposed if they were harvested: all are `known` or `tooOld`, or there are none. */
  hasNothingNew(items: readonly RememberedItem[]): boolean;
  /** What all feeds came to; to be called once, after the last source. */
  end(): SieveResult;
}

/** An item that leads, and where else its address stood. */
interface Lead {
  item: Item;
  place: number;
  copies: Copy[];
}

/** As little of an item as its record and `alsoIn` need. */
interface Copy {
  place: number;
  source: string;
  title: string;
  id: string;
  url: string;
}

interface Line extends Copy {
  outcome: Outcome;
  detail?: string;
}

const DAY = 86_400_000;

/**
 * Filters out what need not be scored while the sources are still being read: a filtered item leaves a line and no text,
 * so memory grows with what is new and not with the number of feeds. An item's outcome is the first of `known`,
 * `future`, `tooOld` and `duplicate` that applies. What `end` gives depends on the items, and not on the order in which
 * their sources come; the items of one source are added in the order of its feed.
 *
 * Usage: `const sieve = openSieve({ known: known(desk), now, lookBack })`, then for each feed
 * `sieve.add(items)`, then `const { fresh, filtered, alsoIn } = sieve.end()`.
 */
export function openSieve({ known, now, lookBack }: SieveOptions): Sieve {
  const today = Date.parse(now);
  const leads = new Map<string, Lead>();
  const leftOut: Line[] = [];
  const noLink: ItemOutcome[] = [];
  const places = new Map<string, number>();

  const outcomeOf = (item: RememberedItem): 'known' | 'future' | 'tooOld' | undefined =>
    isKnown(item, known) ? 'known' : untimely(item, today, lookBack);

  return {
    add(items, unlinked = []) {
      noLink.push(...unlinked);
      for (const item of items) {
        const place = places.get(item.source) ?? 0;
        places.set(item.source, place + 1);
        const outcome = outcomeOf(item);
        if (outcome !== undefined) leftOut.push({ ...copyOf(item, place), outcome });
        else groupByAddress(leads, item, place);
      }
    },
    hasNothingNew: (items) =>
      items.every((item) => {
        const outcome = outcomeOf(item);
        return outcome === 'known' || outcome === 'tooOld';
      }),
    end() {
      const sorted = [...leads.values()].toSorted((a, b) => (a.item.id < b.item.id ? -1 : 1));
      const filtered = [...leftOut, ...sorted.flatMap(duplicatesOf)].toSorted(byPlace);
      return {
        fresh: sorted.map(({ item }) => item),
        filtered: [...noLink.toSorted(bySource), ...filtered.map(toItemOutcome)],
        alsoIn: alsoInById(sorted),
      };
    },
  };
}

/** A line for each item that has the address of one that leads. */
function duplicatesOf({ item, copies }: Lead): Line[] {
  return copies.map((copy) => ({ ...copy, outcome: 'duplicate', detail: item.source }));
}

function alsoInById(leads: readonly Lead[]): Map<string, AlsoIn[]> {
  const places = leads.map(({ item, copies }) => [item.id, otherPlaces(item, copies)] as const);
  return new Map(places.filter(([, others]) => others.length > 0));
}

/** A file that cannot be read still names its item by the last six of its name. */
function isKnown({ id, address }: RememberedItem, known: Known): boolean {
  return known.ids.has(id) || known.addresses.has(address) || known.endings.has(id.slice(0, 6));
}

function untimely(
  { published }: RememberedItem,
  today: number,
  lookBack: number,
): 'future' | 'tooOld' | undefined {
  if (published === undefined) return undefined;
  const age = today - Date.parse(published);
  if (age < -DAY) return 'future';
  return age > lookBack * DAY ? 'tooOld' : undefined;
}

/** Keeps, of items with one address, the one that leads, and a line for each of the others. */
function groupByAddress(leads: Map<string, Lead>, item: Item, place: number): void {
  const lead = leads.get(item.address);
  if (lead === undefined) {
    leads.set(item.address, { item, place, copies: [] });
  } else if (isAhead(item, place, lead)) {
    lead.copies.push(copyOf(lead.item, lead.place));
    lead.item = item;
    lead.place = place;
  } else {
    lead.copies.push(copyOf(item, place));
  }
}

/** The longest text leads; of equals, that of the source first by name, and in one feed the first. */
function isAhead(item: Item, place: number, lead: Lead): boolean {
  const more = item.text.length - lead.item.text.length;
  if (more !== 0) return more > 0;
  return item.source === lead.item.source ? place < lead.place : item.source < lead.item.source;
}

function copyOf({ source, title, id, url }: Item, place: number): Copy {
  return { place, source, title, id, url };
}

function byPlace(a: Copy, b: Copy): number {
  return a.source === b.source ? a.place - b.place : a.source < b.source ? -1 : 1;
}

function bySource(a: ItemOutcome, b: ItemOutcome): number {
  if (a.source === b.source) return 0;
  return a.source < b.source ? -1 : 1;
}

function toItemOutcome({ source, title, outcome, id, url, detail }: Line): ItemOutcome {
  return { source, title, outcome, id, url, ...(detail !== undefined && { detail }) };
}

/** One place for each other source: of several copies in one feed, the first. */
function otherPlaces(item: Item, copies: readonly Copy[]): AlsoIn[] {
  const sorted = copies.filter(({ source }) => source !== item.source).toSorted(byPlace);
  const first = sorted.filter((copy, at) => copy.source !== sorted[at - 1]?.source);
  return first.map(({ source, url }) => ({ source, url }));
}
