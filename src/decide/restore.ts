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
    throw new CribaError('ledger/unknown-item', `The ledger knows no item "${which}".`, {
      hint: 'Give its twelve-digit id, or its address.',
    });
  }
  if (last.event === 'takedown') {
    throw new CribaError('ledger/taken-down', `"${last.title}" was taken down, which is final.`, {
      hint: 'Whoever asked for the removal would have to agree: remove the takedown line in git.',
    });
  }
  if (last.event === 'proposed' || last.event === 'later' || last.event === 'restore') {
    throw new CribaError(
      'ledger/still-open',
      `"${last.title}" is not closed: its last event is ${last.event}.`,
      {
        hint: 'There is nothing to reopen.',
      },
    );
  }
  return { changes: [], lines: [nextLine(last, 'restore', { at: now, by })] };
}
