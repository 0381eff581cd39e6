import { byTime } from './byTime.ts';
import { foundOnce } from './foundOnce.ts';
import { type LedgerLine, lineKindOf } from './ledger.ts';

/**
 * The line that decides what became of each thing, by its id (of a run: its name); a final event (`takedown`) wins whatever
 * follows.
 * @param lines of one kind
 */
export const latestById: <L extends LedgerLine>(lines: readonly L[]) => ReadonlyMap<string, L> =
  foundOnce(findLatest) as typeof findLatest;

function findLatest<L extends LedgerLine>(lines: readonly L[]): ReadonlyMap<string, L> {
  const latest = new Map<string, L>();
  for (const line of lines.toSorted(byTime)) {
    const kind = lineKindOf(line.what);
    if (kind === undefined) continue;
    const thing = kind.thing(line);
    if (kind.final === undefined || latest.get(thing)?.event !== kind.final)
      latest.set(thing, line);
  }
  return latest;
}
