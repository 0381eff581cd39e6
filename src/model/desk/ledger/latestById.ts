import { byTime } from './byTime.ts';
import { type LedgerLine, lineKindOf } from './ledger.ts';

const latestByLines = new WeakMap<readonly LedgerLine[], ReadonlyMap<string, LedgerLine>>();

/**
 * The line that decides what became of each thing, by its id (of a run: its name); a final event (`takedown`) wins whatever
 * follows. Found once for each list: many rooms ask, and a ledger is never written to once it is read.
 * @param lines of one kind
 */
export function latestById<L extends LedgerLine>(lines: readonly L[]): ReadonlyMap<string, L> {
  const known = latestByLines.get(lines);
  if (known !== undefined) return known as ReadonlyMap<string, L>;
  const found = findLatest(lines);
  latestByLines.set(lines, found);
  return found;
}

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
