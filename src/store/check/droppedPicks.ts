import type { Desk } from '../../model/desk/desk.ts';
import type { Finding } from '../../model/desk/finding.ts';
import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { latestById } from '../../model/desk/ledger/latestById.ts';
import type { PickEntry } from '../../model/desk/pick.ts';
import { ledgerPlace } from '../ledgerPlace.ts';
import { place } from '../placeFaults.ts';

/** Picks that somebody else has dropped since, by the ledger: two people decided on branches of their own. */
export function* droppedPicks({ picks, ledger }: Desk, folder: string): Generator<Finding> {
  const latest = latestById(ledger.items);
  for (const { path, data } of picks) {
    const last = latest.get(data.id ?? '');
    if (last === undefined || !isDropOfAnother(last, data)) continue;
    yield {
      ...place(folder, path, ['id']),
      severity: 'warning',
      code: 'pick/dropped',
      values: { line: ledgerPlace(folder, last), id: last.id },
    };
  }
}

/** Who drops an item and picks it later has changed their mind. */
function isDropOfAnother({ event, by }: ItemLine, { keptBy }: PickEntry): boolean {
  return event === 'drop' && (by === undefined || by !== keptBy);
}
