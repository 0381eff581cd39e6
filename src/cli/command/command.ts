import { parseArgs } from 'node:util';
import type { Instant } from '../../model/desk/time.ts';
import { CribaError } from '../../model/run/error.ts';
import { commandLine } from './commandLine.ts';
import { type Flags, flagsOf, type SharedFlag } from './flags.ts';
import { readNow } from './flagValues.ts';
import { remedy, swallowedFlags } from './swallowedFlags.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** 0 done; 1 done, but a person is needed; 2 could not start; 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command is called and takes; `--help` is made of it. */
export interface Command {
  /** of its script, and of its part where the script has several: `harvest`, `sources add` */
  name: string;
  /** what it does, in a sentence or two */
  summary: string;
  /** what follows the flags: `<url>`; without it the command takes nothing more */
  takes?: string;
  /** where the script has several parts: what each is called and what it does */
  parts?: [name: string, what: string][];
  flags?: Flags;
  /** which of the flags that commands share it takes; all, if left out */
  shared?: readonly SharedFlag[];
  /** a command line and what it does */
  examples: [line: string, what: string][];
}

/** What every command is given. */
export interface Call {
  values: Record<string, string | boolean | undefined>;
  rest: string[];
  /** the desk's folder */
  desk: string;
  now: Instant;
  dryRun: boolean;
  terminal: Terminal;
}

/**
 * Runs a command: reads its flags, shows its help, turns trouble into a message with a remedy, and sets the exit code.
 * Never calls `process.exit`, which can cut stdout short.
 * @param args what was written after the command's name
 */
export async function runCommand(
  command: Command,
  main: (call: Call) => Promise<ExitCode>,
  args: string[] = process.argv.slice(2),
): Promise<void> {
  const terminal = openTerminal(process);
  try {
    const call = readCall(command, args, terminal);
    process.exitCode = call ? await main(call) : 0;
  } catch (error) {
    process.exitCode = error instanceof CribaError ? 2 : 3;
    terminal.trouble(error);
  } finally {
    terminal.close();
  }
}

function readCall(command: Command, args: string[], terminal: Terminal): Call | undefined {
  const flags = flagsOf(command);
  const npm = swallowedFlags(command.name, flags, { args, env: process.env });
  const { values, positionals } = parse(command, args, flags);
  terminal.json = values.json === true;
  terminal.quiet = values.quiet === true || npm.quiet;
  if (values.help) {
    terminal.answer(helpText(command, flags));
    return undefined;
  }
  for (const flag of npm.doubtful) {
    const text = `npm has --${flag}, be it from before "--", from .npmrc or from the environment.`;
    terminal.warn('usage/swallowed-flag', text, remedy(command.name, flag));
  }
  return {
    values,
    rest: positionals,
    desk: String(values.desk ?? 'content').replace(/\/+$/, ''),
    now: readNow(values.now),
    dryRun: values['dry-run'] === true,
    terminal,
  };
}

function parse(command: Command, args: string[], flags: Flags) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: flags,
      allowPositionals: command.takes !== undefined,
    });
    return { values: values as Call['values'], positionals };
  } catch (cause) {
    throw new CribaError(
      'usage/flag',
      (cause as Error).message.split('. ')[0] ?? 'A flag cannot be read.',
      {
        hint: `See ${commandLine(command.name)} --help`,
        cause,
      },
    );
  }
}

function helpText({ name, summary, takes, parts = [], examples }: Command, flags: Flags): string {
  const rows = Object.entries(flags).map(
    ([flag, { value, help }]) => [`--${flag}${value ? ` ${value}` : ''}`, help] as const,
  );
  const width = Math.max(...[...rows, ...parts].map(([term]) => term.length)) + 2;
  const listed = ([term, help]: readonly [string, string]) => `  ${term.padEnd(width)}${help}`;
  return [
    summary,
    '',
    `  ${commandLine(name)}${takes ? ` ${takes}` : ''} [flags]`,
    '',
    ...(parts.length > 0 ? [...parts.map(listed), ''] : []),
    ...rows.map(listed),
    '',
    'Examples',
    ...examples.flatMap(([line, what]) => [`  ${line}`, `      ${what}`]),
  ].join('\n');
}
