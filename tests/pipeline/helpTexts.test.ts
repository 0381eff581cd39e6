import { describe, expect, test } from 'vitest';
import { benchScoreCommand } from '../../scripts/bench/score.ts';
import { COMMANDS } from '../../scripts/commands.ts';
import type { Command, CommandGroup } from '../../src/cli/command/command.ts';
import { ALWAYS, flagsOf, SHARED } from '../../src/cli/command/flags.ts';
import { helpKeys } from '../../src/cli/command/helpKeys.ts';
import { COMMAND_TEXTS } from '../../src/i18n/commandWords.ts';

const commands = [
  ...(await Promise.all(Object.values(COMMANDS).map((load) => load()))),
  benchScoreCommand,
];

/** The keys of all that `--help` says of a command, of its flags and of its parts. */
function keysOf(command: Command | CommandGroup): string[] {
  const { about, summary, flag, example } = helpKeys(command.name);
  const keys = [about, summary, ...command.examples.map((_, n) => example(n + 1))];
  if ('subcommands' in command) {
    const parts = Object.entries(command.subcommands).flatMap(([name, part]) =>
      keysOf({ ...part, name: `${command.name} ${name}` }),
    );
    return [...keys, ...parts];
  }
  const parts = command.parts?.map(({ name }) => helpKeys(`${command.name} ${name}`).about) ?? [];
  return [...keys, ...Object.keys(flagsOf(command)).map(flag), ...parts];
}

test.for(commands.map((command) => [command.name, keysOf(command)] as const))(
  '%s has a text for all that its --help says',
  ([, keys]) => expect(Object.keys(COMMAND_TEXTS.es)).toEqual(expect.arrayContaining(keys)),
);

/** What stands for values in the `--help` of a command. */
function valuesOf(command: Command | CommandGroup): (string | undefined)[] {
  if ('subcommands' in command) {
    return Object.values(command.subcommands).flatMap((part) => valuesOf({ ...part, name: '' }));
  }
  return [command.takes, ...Object.values(flagsOf(command)).map(({ value }) => value)];
}

describe('no text of --help', () => {
  const used = new Set([
    ...commands.flatMap(keysOf),
    ...['command', ...commands.flatMap(valuesOf)].map((name) => `help.value.${name}`),
    ...Object.keys({ ...SHARED, ...ALWAYS }).map((name) => `help.flag.${name}`),
  ]);
  const kept = Object.keys(COMMAND_TEXTS.es).filter(
    (key) => /^help\.(?!frame\.)/.test(key) && !used.has(key),
  );
  test('is left of a command, a flag or an example that is gone', () => expect(kept).toEqual([]));
});
