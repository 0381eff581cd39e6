import type { ExitCode, Invocation, Subcommand } from '../../src/cli/command/command.ts';
import { exportLine, reportExport } from '../../src/cli/report/sources/exportReport.ts';
import { warnOfQuarantine } from '../../src/cli/report/warnOfQuarantine.ts';
import { opml } from '../../src/feeds/opml.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { readOut, writeOut } from './outFile.ts';

export const exportCommand: Subcommand = {
  flags: {
    out: { type: 'string', value: 'file' },
    retired: { type: 'boolean' },
  },
  examples: [
    'npm run sources -- export --out sources.opml',
    'npm run -s sources -- export > sources.opml',
  ],
  run: exportList,
};

async function exportList(call: Invocation): Promise<ExitCode> {
  const { desk: folder, now, dryRun, terminal, values } = call;
  const out = readOut(values.out, folder);
  const desk = await readDesk(folder);
  const quarantined = warnOfQuarantine(desk, folder, terminal);
  const list = opml(desk, { now, retired: values.retired === true });
  if (out !== undefined && !dryRun) writeOut(out, list.text);
  reportExport(list, { out, folder, dryRun }, terminal);
  terminal.closing(exportLine(list, desk.sources.length, { dryRun, speech: terminal.speech }));
  return quarantined ? 1 : 0;
}
