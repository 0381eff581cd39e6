import { readFileSync } from 'node:fs';
import type { ExitCode } from '../src/cli/command/command.ts';
import { runNamed } from '../src/cli/command/runNamed.ts';
import type { Surroundings } from '../src/cli/command/surroundings.ts';
import { COMMANDS } from './commands.ts';

/** What `bin/criba` does with what was written after it. */
export function criba(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const project = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(project) as { version: string };
  return runNamed({ commands: COMMANDS, version }, args, around);
}
