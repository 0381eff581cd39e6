import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { listenForInterruption } from '../src/cli/command/interruption.ts';
import { reportProgress } from '../src/cli/report/harvestProgress.ts';
import { hasFailed, reportHarvest } from '../src/cli/report/harvestReport.ts';
import { warnOfNoSource } from '../src/cli/report/warnOfNoSource.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { warnOfTouched } from '../src/cli/report/warnOfTouched.ts';
import { known } from '../src/decide/known.ts';
import { settle } from '../src/decide/settle.ts';
import { chosenSources } from '../src/harvest/chosenSources.ts';
import { detectLanguages } from '../src/harvest/detectLanguages.ts';
import { harvest } from '../src/harvest/harvest.ts';
import { linkDriftDetector } from '../src/harvest/linkDriftDetector.ts';
import { openSieve } from '../src/harvest/openSieve.ts';
import { openRunTally } from '../src/harvest/runTally.ts';
import type { Changes } from '../src/model/desk/desk.ts';
import { choose } from '../src/score/choose.ts';
import { propose } from '../src/score/propose.ts';
import { score } from '../src/score/score.ts';
import { applyChanges } from '../src/store/applyChanges.ts';
import { addressing } from '../src/text/address.ts';
import { keepRun } from './harvest/keepRun.ts';
import { openHarvestRun } from './harvest/openHarvestRun.ts';
import { readStart } from './harvest/readStart.ts';
import { runReport } from './harvest/runReport.ts';
import { HARVEST_EXAMPLES, HARVEST_FLAGS } from './harvest/usage.ts';
import { withRunLine } from './harvest/withRunLine.ts';
import { writeBody } from './harvest/writeBody.ts';

export const harvestCommand: Command = {
  name: 'harvest',
  flags: HARVEST_FLAGS,
  examples: HARVEST_EXAMPLES,
  run: runHarvest,
};

async function runHarvest(call: Invocation): Promise<ExitCode> {
  const interruption = listenForInterruption();
  return harvestDesk(call, interruption.signal).finally(interruption.stopListening);
}

async function harvestDesk(call: Invocation, signal: AbortSignal): Promise<ExitCode> {
  const { desk: folder, dryRun, terminal } = call;
  const start = await readStart(call);
  const { now, concurrency } = start;
  const { desk, ...settled } = settle(start.desk, { now });
  const sources = chosenSources(desk.sources, start.source);
  const isIncomplete = warnOfQuarantine(desk, folder, terminal);
  if (sources.length === 0) warnOfNoSource(desk, folder, terminal);

  const sieve = openSieve({ known: known(desk), now, lookBack: desk.settings.lookBack });
  const tally = openRunTally({ runs: desk.ledger.runs, now });
  const run = openHarvestRun(call, start, desk, sieve, tally);
  const reports = await harvest(sources, {
    ...run,
    now,
    addressing: addressing(desk.rules.addresses),
    sieve,
    tally,
    detectLinkDrift: linkDriftDetector(desk.ledger.items),
    onSource: reportProgress(sources.length, folder, terminal),
    concurrency,
    signal,
  }).finally(run.finish);

  const { fresh, filtered, alsoIn } = sieve.end();
  const scoring = score(await detectLanguages(fresh), desk, { now });
  const { proposed, outcomes } = choose(scoring, desk, { sieved: alsoIn });
  const proposals = propose(proposed, desk, { now, corpus: scoring.context.corpus });

  const report = runReport(now, reports, [...filtered, ...outcomes], settled.lines);
  const changes = withRunLine(joinChanges(settled, proposals), report, tally);
  const applied = dryRun ? undefined : applyChanges(folder, changes, { now, command: 'harvest' });
  await keepRun(run, report, start, call);
  run.close();
  const isWritten = writeBody(call, { changes: changes.changes, report, desk });
  const isTouched = warnOfTouched(applied, folder, terminal);
  reportHarvest({ report, notes: settled.notes, proposed }, call);
  const needsPerson = isIncomplete || isTouched || !isWritten || settled.notes.length > 0;
  return needsPerson || report.sources.every(hasFailed) ? 1 : 0;
}

function joinChanges(first: Changes, second: Changes): Changes {
  return {
    changes: [...first.changes, ...second.changes],
    lines: [...first.lines, ...second.lines],
  };
}
