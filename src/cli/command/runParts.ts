import { parseArgs } from 'node:util';
import { CribaError } from '../../model/run/error.ts';
import { type Call, type Command, type ExitCode, runCommand } from './command.ts';
import { commandLine } from './commandLine.ts';
import { flagsOf } from './flags.ts';

/** One thing that a script of several does. */
export interface Part extends Omit<Command, 'name' | 'parts'> {
  /** what it does, in a line of the whole's help */
  about: string;
  run(call: Call): Promise<ExitCode>;
}

/** A script that does several things, each named by the first word after it: `npm run sources -- add <url>`. */
export interface Family extends Pick<Command, 'name' | 'summary' | 'examples'> {
  parts: Record<string, Part>;
}

/** Runs the part that the first word names. Without one, `--help` tells of all, and anything else is a misuse. */
export async function runParts(family: Family, args = process.argv.slice(2)): Promise<void> {
  const { first, rest } = firstWord(family, args);
  const part = Object.hasOwn(family.parts, first ?? '') ? family.parts[first ?? ''] : undefined;
  if (part !== undefined) {
    return runCommand({ ...part, name: `${family.name} ${first}` }, part.run, rest);
  }
  const names = Object.keys(family.parts);
  const whole: Command = {
    ...family,
    takes: `<${names.join('|')}>`,
    parts: Object.entries(family.parts).map(([name, { takes = '', about }]) => [
      `${name} ${takes}`.trimEnd(),
      about,
    ]),
  };
  return runCommand(
    whole,
    async () => {
      const said = first === undefined ? 'Say what to do' : `There is no "${first}"`;
      throw new CribaError('usage/part', `${said}: ${names.join(', ')}.`, {
        hint: `See ${commandLine(family.name)} --help`,
      });
    },
    args,
  );
}

/** The first word that is neither a flag nor a flag's value, and what is left without it. */
function firstWord({ parts }: Family, args: string[]) {
  const options = Object.assign({}, ...Object.values(parts).map(flagsOf));
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const word = tokens.find((token) => token.kind === 'positional');
  return word === undefined
    ? { first: undefined, rest: args }
    : { first: word.value, rest: args.toSpliced(word.index, 1) };
}
