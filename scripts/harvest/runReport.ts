import { tally } from '../../src/cli/report/harvestReport.ts';
import type { ItemLine } from '../../src/model/desk/ledger/itemLine.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { runName } from '../../src/model/run/runName.ts';
import type { ItemOutcome, RunReport, SourceReport } from '../../src/model/run/runReport.ts';

/** What a harvest did. @param settled lines of the decisions that it settled */
export function runReport(
  now: Instant,
  sources: SourceReport[],
  outcomes: ItemOutcome[],
  settled: readonly ItemLine[],
): RunReport {
  const expired = settled.filter(({ event }) => event === 'expire').length;
  return {
    run: runName(now, 'harvest'),
    now,
    sources,
    outcomes,
    counts: tally(outcomes),
    settled: settled.length - expired,
    expired,
  };
}
