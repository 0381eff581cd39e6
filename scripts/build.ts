import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { readEdition } from '../src/cli/command/flagValues.ts';
import { buildLine, reportBuilt, reportToBuild } from '../src/cli/report/buildReport.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { timedBuild } from '../src/cli/site/buildSite.ts';
import { EDITIONS } from '../src/model/site/editionName.ts';
import { readDesk } from '../src/store/readDesk.ts';

export const buildCommand: Command = {
  name: 'build',
  flags: {
    edition: { type: 'string', value: 'name' },
    out: { type: 'string', value: 'folder' },
  },
  examples: ['npm run build', 'npm run build -- --edition public --now 2026-12-24T08:00:00+01:00'],
  run: runBuild,
};

async function runBuild(call: Invocation): Promise<ExitCode> {
  const { values, desk: folder, now, dryRun, terminal } = call;
  const one = readEdition(values.edition);
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  for (const edition of one ? [one] : EDITIONS) {
    const out = `${String(values.out ?? 'dist')}/${edition}`;
    if (dryRun) {
      reportToBuild({ edition, out }, terminal);
      continue;
    }
    terminal.progress(terminal.speech.say('build.progress', { out }));
    const built = await timedBuild({ desk: folder, edition, now, out });
    reportBuilt({ edition, out, ...built }, terminal);
  }
  terminal.closing(buildLine(desk, dryRun, terminal.speech));
  return leftOut ? 1 : 0;
}
