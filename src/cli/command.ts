import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util';
import { CribaError } from '../model/error.ts';
import { Instant } from '../model/time.ts';
import { toInstant } from '../text/time.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** 0 done; 1 done, but a person is needed; 2 could not start; 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Flag extends ParseArgsOptionDescriptor {
  /** what `--help` says of it */
  help: string;
  /** what stands for its value in `--help`: `<folder>` */
  value?: string;
}

/** What a command is called and takes; `--help` is made of it. */
export interface Command {
  name: string;
  /** what it does, in a sentence or two */
  summary: string;
  /** what follows the flags: `<url>`; without it the command takes nothing more */
  takes?: string;
  flags?: Record<string, Flag>;
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

const SHARED: Record<string, Flag> = {
  desk: { type: 'string', value: '<folder>', help: 'the desk to work on (content)' },
  now: {
    type: 'string',
    value: '<instant>',
    help: 'the time to take for now: 2026-11-21T09:00:00Z (the clock)',
  },
  'dry-run': { type: 'boolean', help: 'do everything but write' },
  json: { type: 'boolean', help: 'answer with one JSON object a line' },
  quiet: { type: 'boolean', help: 'no progress and no closing line' },
  help: { type: 'boolean', help: 'this text' },
};

/**
 * Runs a command: reads its flags, shows its help, turns trouble into a message with a remedy, and sets the exit code.
 * Never calls `process.exit`, which can cut stdout short.
 */
export async function runCommand(
  command: Command,
  main: (call: Call) => Promise<ExitCode>,
): Promise<void> {
  const terminal = openTerminal(process);
  try {
    const call = readCall(command, terminal);
    process.exitCode = call ? await main(call) : 0;
  } catch (error) {
    process.exitCode = error instanceof CribaError ? 2 : 3;
    terminal.trouble(error);
  } finally {
    terminal.close();
  }
}

function readCall(command: Command, terminal: Terminal): Call | undefined {
  const flags = { ...command.flags, ...SHARED };
  refuseSwallowedFlags(command, flags);
  const { values, positionals } = parse(command, flags);
  terminal.json = values.json === true;
  terminal.quiet = values.quiet === true;
  if (values.help) {
    terminal.answer(helpText(command, flags));
    return undefined;
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

function parse(command: Command, flags: Record<string, Flag>) {
  try {
    const { values, positionals } = parseArgs({
      options: flags,
      allowPositionals: command.takes !== undefined,
    });
    return { values: values as Call['values'], positionals };
  } catch (cause) {
    throw new CribaError(
      'usage/flag',
      (cause as Error).message.split('. ')[0] ?? 'A flag cannot be read.',
      {
        hint: `See npm run ${command.name} -- --help`,
        cause,
      },
    );
  }
}

/** npm keeps flags that stand before `--` to itself, and the command would run without them. */
function refuseSwallowedFlags(command: Command, flags: Record<string, Flag>): void {
  if (process.env.npm_lifecycle_event !== command.name) return;
  for (const name of Object.keys(flags)) {
    const value = process.env[`npm_config_${name.replaceAll('-', '_')}`];
    if (value === undefined || value === '' || value === 'false') continue;
    throw new CribaError('usage/swallowed-flag', `npm kept --${name} to itself.`, {
      hint: `Write two hyphens before the flags: npm run ${command.name} -- --${name}`,
    });
  }
}

function readNow(value: unknown): Instant {
  if (value === undefined) return toInstant(Date.now());
  const now = Instant.safeParse(value);
  if (now.success) return toInstant(Date.parse(now.data));
  throw new CribaError('usage/now', `--now is "${String(value)}", which is no instant.`, {
    hint: 'Write it with its offset: 2026-11-21T09:00:00+01:00',
  });
}

function helpText(
  { name, summary, takes, examples }: Command,
  flags: Record<string, Flag>,
): string {
  const rows = Object.entries(flags).map(
    ([flag, { value, help }]) => [`--${flag}${value ? ` ${value}` : ''}`, help] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2;
  return [
    summary,
    '',
    `  npm run ${name} --${takes ? ` ${takes}` : ''} [flags]`,
    '',
    ...rows.map(([flag, help]) => `  ${flag.padEnd(width)}${help}`),
    '',
    'Examples',
    ...examples.flatMap(([line, what]) => [`  ${line}`, `      ${what}`]),
  ].join('\n');
}
