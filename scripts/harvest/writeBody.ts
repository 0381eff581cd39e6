import { writeFileSync } from 'node:fs';
import type { Invocation } from '../../src/cli/command/command.ts';
import { pullRequestBody } from '../../src/decide/pullRequestBody.ts';
import { Candidate } from '../../src/model/desk/candidate.ts';
import type { Change, Desk } from '../../src/model/desk/desk.ts';
import type { RunReport } from '../../src/model/run/runReport.ts';

export interface HarvestResult {
  changes: readonly Change[];
  report: RunReport;
  desk: Desk;
}

/** Writes the pull request's text, if `--body` names a file. False if the file cannot be written. */
export function writeBody(
  { values, desk: folder, terminal }: Invocation,
  { changes, report, desk }: HarvestResult,
): boolean {
  if (values.body === undefined) return true;
  const candidates = changes.flatMap((change) =>
    change.do === 'create' && change.kind === 'candidates'
      ? [{ path: `${folder}/${change.path}`, data: Candidate.parse(change.data) }]
      : [],
  );
  try {
    writeFileSync(String(values.body), `${pullRequestBody({ candidates, report, desk })}\n`);
    return true;
  } catch (error) {
    const hint = terminal.speech.say('harvest.bodyHint');
    terminal.warn('usage/body', `${values.body}: ${(error as Error).message}`, hint);
    return false;
  }
}
