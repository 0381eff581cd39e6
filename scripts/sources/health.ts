import { dirname, join, resolve } from 'node:path';
import type { ExitCode, Invocation, Subcommand } from '../../src/cli/command/command.ts';
import { healthLine, healthTable } from '../../src/cli/report/healthReport.ts';
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
  run: tellHealth,
};

async function tellHealth({ desk: folder, now, terminal }: Invocation): Promise<ExitCode> {
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const memories = await recallAll(join(dirname(resolve(folder)), '.criba'));
  const sources = health(desk, memories, { now, folder });
  if (sources.length > 0) terminal.answer(healthTable(sources, now, terminal.form));
  for (const source of sources) terminal.record({ kind: 'health', ...source });
  if (memories.size === 0) {
    const text = 'There is no report yet, so what the sources answered is not known.';
    terminal.warn(
      'sources/no-report',
      text,
      'Run npm run harvest, which remembers what the sources answer.',
    );
  }
  terminal.closing(healthLine(sources));
  return leftOut || sources.some(({ needed }) => needed) ? 1 : 0;
}
