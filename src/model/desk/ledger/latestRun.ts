import { byTime } from './byTime.ts';
import type { RunLine } from './runLine.ts';

/** The newest run that the ledger has a line of. */
export function latestRun(runs: readonly RunLine[]): RunLine | undefined {
  return runs.toSorted(byTime).at(-1);
}
