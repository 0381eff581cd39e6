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
  about: 'say how each source does',
  summary:
    'Says of each source when it was read, when it last published and how often it does, what was kept of it, and what to do. It asks nobody: it tells what the last harvests saw.',
  examples: [
    ['npm run sources -- health', 'those that need a person come first, and make it end with 1'],
    [
      `npm run -s sources -- health --json | jq -r 'select(.needed) | "\\(.file): \\(.advice)"'`,
      'the advice alone',
    ],
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
  terminal.closing(healthLine(sources));
  return leftOut || sources.some(({ needed }) => needed) ? 1 : 0;
}
