import { type LedgerLine, latestById } from '../model/ledger.ts';
import { canonicalAddress, itemId } from '../text/address.ts';

/** Whether a thing was taken down: by its id, or by its address, however that is spelled. */
export type TakenDown = (thing: { id?: string | undefined; url: string }) => boolean;

/** What the ledger took down, for good. */
export function takenDown(ledger: readonly LedgerLine[]): TakenDown {
  const lines = [...latestById(ledger).values()].filter((line) => line.event === 'takedown');
  const ids = new Set(lines.flatMap((line) => [line.id, mintedId(line.url)]));
  return ({ id, url }) =>
    ids.size > 0 && ((id !== undefined && ids.has(id)) || ids.has(mintedId(url)));
}

/** The id that an address would be given today. */
export function mintedId(url: string): string {
  return itemId(canonicalAddress(url));
}
