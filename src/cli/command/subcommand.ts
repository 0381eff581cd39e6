import { parseArgs } from 'node:util';
import { CribaError } from '../../model/run/error.ts';
import type { Command, CommandGroup } from './command.ts';
import { commandLine } from './commandLine.ts';
import { flagsOf } from './flags.ts';

/**
 * The command of a group that the first word names, and the arguments without that word. If no word names one, a command
 * whose `--help` lists them all, and which is a misuse otherwise.
 */
export function chooseSubcommand(
  group: CommandGroup,
  args: readonly string[],
): { command: Command; args: readonly string[] } {
  const { first = '', rest } = firstWord(group, args);
  const chosen = Object.hasOwn(group.subcommands, first) ? group.subcommands[first] : undefined;
  if (chosen === undefined) return { command: listOf(group, first), args };
  return { command: { ...chosen, name: `${group.name} ${first}` }, args: rest };
}

function listOf({ subcommands, ...group }: CommandGroup, first: string): Command {
  const names = Object.keys(subcommands);
  return {
    ...group,
    takes: 'part',
    parts: Object.entries(subcommands).map(([name, { takes }]) => ({ name, takes })),
    run: async () => {
      throw new CribaError('usage/part', {
        why: first === '' ? 'missing' : 'unknown',
        given: first,
        known: names,
        command: commandLine(group.name),
      });
    },
  };
}

/** The first word that is neither a flag nor a flag's value, and what is left without it. */
function firstWord({ subcommands }: CommandGroup, args: readonly string[]) {
  const options = Object.assign({}, ...Object.values(subcommands).map(flagsOf));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const word = tokens.find((token) => token.kind === 'positional');
  return word === undefined
    ? { first: undefined, rest: args }
    : { first: word.value, rest: args.toSpliced(word.index, 1) };
}
