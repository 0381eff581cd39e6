import type { Desk } from '../model/desk/desk.ts';
import type { Finding } from '../model/desk/finding.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import { place } from './placeFaults.ts';

/**
 * Sets aside picks that nobody decided to keep: a merge put them there, or a person moved the file and did not say so in it.
 * Like a file that cannot be read, such a pick is in neither edition, and its item counts as open.
 */
export function setAsideUndecided(desk: Desk, folder: string): void {
  const latest = latestById(desk.ledger.items);
  for (const { name, path, data } of desk.picks.filter((pick) => isUndecided(pick.data, latest))) {
    const finding = undecided(folder, path);
    desk.findings.push(finding);
    desk.quarantine.push({ name, path, kind: 'picks', id: data.id, findings: [finding] });
  }
  desk.picks = desk.picks.filter((pick) => !isUndecided(pick.data, latest));
}

/**
 * Whether a pick has a candidate’s `decision` that does not say keep, and nothing says that it was kept all the same: no
 * `kept`, and no `keep` as the last event of its id. A takedown is a decision too.
 */
function isUndecided(
  { id, decision, kept }: PickEntry,
  latest: ReadonlyMap<string, ItemLine>,
): boolean {
  const last = latest.get(id ?? '')?.event;
  return (
    decision !== undefined &&
    decision !== 'keep' &&
    kept === undefined &&
    last !== 'keep' &&
    last !== 'takedown'
  );
}

function undecided(folder: string, path: string): Finding {
  return {
    ...place(folder, path, ['decision']),
    code: 'pick/undecided',
    values: { folder },
    severity: 'error',
  };
}
