import type { RunTally } from '../../src/harvest/runTally.ts';
import type { Changes } from '../../src/model/desk/desk.ts';
import type { RunReport } from '../../src/model/run/runReport.ts';

/** Adds the ledger's line about the run, unless the run has nothing to write: no news, no change. */
export function withRunLine(
  changes: Changes,
  { run, now, sources, counts }: RunReport,
  tally: RunTally,
): Changes {
  if (changes.changes.length === 0 && changes.lines.length === 0) return changes;
  const line = {
    at: now,
    what: 'run',
    run,
    sources: sources.length,
    ...tally.end(),
    proposed: counts.proposed,
  } as const;
  return { ...changes, lines: [...changes.lines, line] };
}
