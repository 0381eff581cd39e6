import { CribaError } from '../../model/run/error.ts';
import type { CodedFault } from '../../model/run/fault.ts';
import { commandLine } from './commandLine.ts';
import type { Flags } from './flags.ts';

/**
 * Settings of npm that it exports just the same when they stand in `.npmrc` or in the environment, so that nobody can
 * tell whether a person wrote the flag. Going on without one loses nothing, so it does not stop a command.
 * (`--dry-run` is such a setting too: but to go on without it would write.)
 */
const HARMLESS: ReadonlySet<string> = new Set(['json', 'offline']);

/** What npm 11 turns a flag into, where it is not the flag's own name. */
const ALIASES: Readonly<Record<string, { name: string; value: string }>> = {
  quiet: { name: 'loglevel', value: 'warn' },
  by: { name: 'bypass_2fa', value: 'true' },
};

export interface Swallowed {
  /** whether npm was told to be quiet, which is heeded: npm exports it as `loglevel` */
  quiet: boolean;
  /** flags that a person may have written before `--`, or npm may know from elsewhere */
  doubtful: string[];
}

/**
 * npm keeps flags that stand before `--` to itself, and the command would run without them.
 * @param args what the command was given: a flag that stands there was not swallowed
 * @throws CribaError `usage/swallowed-flag`
 */
export function swallowedFlags(
  command: string,
  flags: Flags,
  { args, env }: { args: readonly string[]; env: Readonly<Record<string, string | undefined>> },
): Swallowed {
  const none = { quiet: false, doubtful: [] };
  if (env.npm_lifecycle_event !== command.split(' ')[0]) return none;
  const given = new Set(args.map((arg) => /^--([^=]+)/.exec(arg)?.[1]));
  const kept = Object.keys(flags).filter((name) => !given.has(name) && npmHas(name, env));
  const certain = kept.find((name) => name !== 'quiet' && !HARMLESS.has(name));
  if (certain !== undefined) {
    throw new CribaError('usage/swallowed-flag', swallowed('kept', command, certain).values);
  }
  // Who has written one flag after `--` knows where they go.
  const knows = args.some((arg) => arg.startsWith('--'));
  return {
    quiet: kept.includes('quiet'),
    doubtful: knows ? [] : kept.filter((name) => HARMLESS.has(name)),
  };
}

/** That npm has a flag, `dry-run`, say: certainly from before `--`, or perhaps from elsewhere. */
export function swallowed(
  why: 'kept' | 'doubtful',
  command: string,
  flag: string,
): CodedFault<'usage/swallowed-flag'> {
  const line = `${commandLine(command)} --${flag}`;
  return { code: 'usage/swallowed-flag', values: { why, flag, line } };
}

function npmHas(flag: string, env: Readonly<Record<string, string | undefined>>): boolean {
  const alias = ALIASES[flag];
  if (alias) return env[`npm_config_${alias.name}`] === alias.value;
  // npm reads `--no-serve` as `serve`, off.
  if (flag.startsWith('no-')) return env[`npm_config_${flag.slice(3)}`] === '';
  const value = env[`npm_config_${flag.replaceAll('-', '_')}`];
  return value !== undefined && value !== '' && value !== 'false';
}
