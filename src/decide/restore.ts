import type { Changes, Desk } from '../model/desk/desk.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { isWebAddress } from '../model/desk/text.ts';
import { CribaError } from '../model/run/error.ts';
import { addressing } from '../text/address.ts';
import { histories } from './histories.ts';
import { nextLine } from './ledgerLine.ts';
import type { SettleOptions } from './settleItem.ts';

/**
 * Reopens an item: a harvest that meets it may propose it again.
 * @param which an id, or an address in any spelling
 * @throws CribaError `ledger/unknown-item`, `ledger/still-open`, `ledger/taken-down`
 */
export function restore(
  desk: Desk,
  which: string,
  { now, by }: SettleOptions,
): Changes & { lines: ItemLine[] } {
  const byItem = histories(desk.ledger.items, addressing(desk.rules.addresses));
  const last = byItem.of(isWebAddress(which) ? { url: which } : { id: which })?.last;
  if (!last) {
    throw new CribaError('ledger/unknown-item', { which });
  }
  if (last.event === 'takedown') {
    throw new CribaError('ledger/taken-down', { title: last.title });
  }
  if (last.event === 'proposed' || last.event === 'later' || last.event === 'restore') {
    throw new CribaError('ledger/still-open', { why: last.event, title: last.title });
  }
  return { changes: [], lines: [nextLine(last, 'restore', { at: now, by })] };
}
