import type { Invocation } from '../../src/cli/command/command.ts';
import type { Run } from '../../src/harvest/openRun.ts';
import { cribaFolder } from '../../src/memory/cribaFolder.ts';
import { currentCommit } from '../../src/memory/currentCommit.ts';
import type { RunReport } from '../../src/model/run/runReport.ts';
import type { Start } from './readStart.ts';

/** Keeps the record and the report of a run, unless it is a dry run; warns if the disk refuses. */
export async function keepRun(
  run: Run,
  report: RunReport,
  { root, now, source, deskHash }: Start,
  { terminal }: Invocation,
): Promise<void> {
  if (deskHash === undefined) return;
  const commit = await currentCommit(root);
  try {
    await run.keep({ run: report.run, now, desk: deskHash, source, commit }, report);
  } catch (error) {
    const text = `${cribaFolder(root)}: ${(error as Error).message}`;
    terminal.warn('criba/not-kept', text, terminal.speech.say('harvest.notKeptHint'));
  }
}
