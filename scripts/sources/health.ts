import { dirname, join, resolve } from 'node:path';
import type { ExitCode, Invocation, Subcommand } from '../../src/cli/command/command.ts';
import {
  healthLine,
  reportHealth,
  warnOfNoReport,
} from '../../src/cli/report/sources/healthReport.ts';
import { warnOfQuarantine } from '../../src/cli/report/warnOfQuarantine.ts';
import { health } from '../../src/harvest/health.ts';
import { recallAll } from '../../src/memory/openMemory.ts';
import { readDesk } from '../../src/store/readDesk.ts';

export const healthCommand: Subcommand = {
  examples: [
    'npm run sources -- health',
    `npm run -s sources -- health --json | jq -r 'select(.needed) | "\\(.file): \\(.advice)"'`,
  ],
  run: showHealth,
};

async function showHealth({ desk: folder, now, terminal }: Invocation): Promise<ExitCode> {
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const memories = await recallAll(join(dirname(resolve(folder)), '.criba'));
  const sources = health(desk, memories, { now, folder });
  reportHealth(sources, now, terminal);
  if (memories.size === 0) warnOfNoReport(terminal);
  terminal.closing(healthLine(sources, terminal.speech));
  return leftOut || sources.some(({ needed }) => needed) ? 1 : 0;
}
