import { randomBytes } from 'node:crypto';
import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { checkLine, reportFindings, reportFormatted } from '../src/cli/report/checkReport.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { newSlotId } from '../src/model/desk/slot.ts';
import { lintDrafts } from '../src/store/lintDrafts.ts';
import { byPlace, placeFaults } from '../src/store/placeFaults.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { deskFiles, formatFiles } from './check/formatFiles.ts';
import { ruleFaults } from './check/ruleFaults.ts';

export const checkCommand: Command = {
  name: 'check',
  flags: {
    fix: {
      type: 'boolean',
    },
  },
  examples: ['npm run check', 'npm run check -- --fix'],
  run: runCheck,
};

async function runCheck(call: Invocation): Promise<ExitCode> {
  const { values, desk: folder, now, dryRun, terminal } = call;
  const found = await readDesk(folder);
  const newId = () => newSlotId(randomBytes);
  const formatted = values.fix ? formatFiles(found, folder, { dryRun, newId }) : undefined;
  // What was written may have mended something, and moved the lines of the rest.
  const desk = formatted?.length && !dryRun ? await readDesk(folder) : found;
  const findings = [
    ...desk.findings,
    ...placeFaults(folder, ruleFaults(desk)),
    ...(await lintDrafts(desk, folder, now)),
  ].sort(byPlace);
  reportFormatted(formatted ?? [], { folder, dryRun }, terminal);
  reportFindings(findings, terminal);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const aside = desk.quarantine.length;
  const files = deskFiles(desk, folder).length + aside;
  terminal.closing(
    checkLine({ files, aside, findings, formatted: formatted?.length }, dryRun, terminal.speech),
  );
  return leftOut || findings.some(({ severity }) => severity !== 'hint') ? 1 : 0;
}
