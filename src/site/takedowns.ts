import type { Desk } from '../model/desk/desk.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import { addressing, canonicalAddress, itemId } from '../text/address.ts';

/** Whether a thing was taken down, by its id or by its address, however that is spelled. */
export type IsTakenDown = (thing: { id?: string | undefined; url: string }) => boolean;

/**
 * What the ledger has taken down. That is for good: ids depend on the rules of addresses, but a change of these brings
 * nothing back.
 */
export function takedowns({ ledger, rules }: Pick<Desk, 'ledger' | 'rules'>): IsTakenDown {
  const addresses = addressing(rules.addresses);
  const lines = [...latestById(ledger.items).values()].filter((line) => line.event === 'takedown');
  const ids = new Set(lines.flatMap((line) => [line.id, addresses.id(line.url)]));
  return ({ id, url }) =>
    ids.size > 0 && ((id !== undefined && ids.has(id)) || ids.has(addresses.id(url)));
}

/** The id by which feeds know a pick that has none. It follows the built-in rules, so that it stays if a desk edits its own. */
export function mintedId(url: string): string {
  return itemId(canonicalAddress(url));
}
