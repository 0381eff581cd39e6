import { byTime } from '../model/desk/ledger/byTime.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import type { Addressing } from '../text/address.ts';

/** All that the ledger says of one item. */
export interface History {
  /** the line that decides what became of the item; a `takedown` is final */
  last: ItemLine;
  ids: Set<string>;
  /** canonical, by today's rules */
  addresses: Set<string>;
}

export interface Histories {
  all: ReadonlySet<History>;
  /** the history of an item by its id or, if the ledger does not have that, by its address in any spelling */
  of(item: { id?: string | undefined; url?: string | undefined }): History | undefined;
}

/**
 * Groups the lines of the ledger by item: lines that share an id, or an address by today's rules, are about one item. An id
 * is made once, by the rules of its day, so an item may have two, and a decision under either is a decision on it.
 */
export function histories(ledger: readonly ItemLine[], { canonical }: Addressing): Histories {
  const spellings = new Map<string, string>();
  const byId = new Map<string, History>();
  const byAddress = new Map<string, History>();
  for (const line of ledger) {
    // Most items have several lines with one spelling, and this is the costly step.
    const address = spellings.get(line.url) ?? canonical(line.url);
    spellings.set(line.url, address);
    const one = byId.get(line.id);
    const other = byAddress.get(address);
    const history = one ?? other ?? { last: line, ids: new Set(), addresses: new Set() };
    history.last = deciding(history.last, line);
    history.ids.add(line.id);
    history.addresses.add(address);
    if (other !== undefined && other !== history) {
      history.last = deciding(history.last, other.last);
      for (const id of other.ids) byId.set(id, history);
      for (const each of other.addresses) byAddress.set(each, history);
      history.ids = history.ids.union(other.ids);
      history.addresses = history.addresses.union(other.addresses);
    }
    byId.set(line.id, history);
    byAddress.set(address, history);
  }
  return {
    all: new Set(byId.values()),
    of({ id, url }) {
      const own = id === undefined ? undefined : byId.get(id);
      return own ?? (url === undefined ? undefined : byAddress.get(canonical(url)));
    },
  };
}

/** The later of two lines; of a takedown and anything else, the takedown. */
function deciding(a: ItemLine, b: ItemLine): ItemLine {
  const final = Number(a.event === 'takedown') - Number(b.event === 'takedown');
  return (final || byTime(a, b)) < 0 ? b : a;
}
