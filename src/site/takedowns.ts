import type { Desk } from '../model/desk/desk.ts';
import { latestById } from '../model/desk/ledger.ts';
import { addressing, canonicalAddress, itemId } from '../text/address.ts';

/** Whether a thing was taken down: by its id, or by its address, however that is spelled. */
export type IsTakenDown = (thing: { id?: string | undefined; url: string }) => boolean;

/** What the ledger took down, for good: under whatever rules of addresses its id was minted. */
export function takedowns({ ledger, rules }: Pick<Desk, 'ledger' | 'rules'>): IsTakenDown {
  const addresses = addressing(rules.addresses);
  const lines = [...latestById(ledger).values()].filter((line) => line.event === 'takedown');
  const ids = new Set(lines.flatMap((line) => [line.id, addresses.id(line.url)]));
  return ({ id, url }) =>
    ids.size > 0 && ((id !== undefined && ids.has(id)) || ids.has(addresses.id(url)));
}

/** The id of a pick that has none, for readers' feeds: by the built-in rules, so that editing a desk's renames nothing. */
export function mintedId(url: string): string {
  return itemId(canonicalAddress(url));
}
