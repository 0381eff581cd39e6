import { CribaError } from '../../model/run/error.ts';
import { nearest } from '../../text/nearest.ts';
import { binaryLine, type CallForm, callForm } from './callForm.ts';
import { assertLanguage, callLanguage } from './callLanguage.ts';
import type { Command, CommandGroup, ExitCode } from './command.ts';
import { helpKeys } from './helpKeys.ts';
import { placeholder } from './helpText.ts';
import { runCommand } from './runCommand.ts';
import { spanishOffer } from './spanishOffer.ts';
import type { Surroundings } from './surroundings.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** All commands by name, each loaded when it is asked for. */
export interface Program {
  version: string;
  commands: Readonly<Record<string, () => Promise<Command | CommandGroup>>>;
}

const HELP: readonly (string | undefined)[] = ['help', '--help', undefined];

/**
 * Runs the command that the first argument names. `help`, `--help` or nothing lists them all, `help <name>` is
 * `<name> --help`, and `--version` gives the version.
 */
export async function runNamed(
  program: Program,
  args: readonly string[],
  around: Surroundings,
): Promise<ExitCode> {
  const { speech, offersSpanish } = callLanguage(args, around.env);
  const terminal = openTerminal(around, { form: callForm(around.env), speech });
  const { words, lang } = withoutLanguage(args);
  const [first, second] = words;
  try {
    if (first === '--version') terminal.answer(program.version);
    else if (!HELP.includes(first)) return await runFirst(program, args, around);
    else if (!HELP.includes(second))
      return await runFirst(program, [...words.slice(1), ...lang, '--help'], around);
    else {
      assertLanguage(lang[1] ?? lang[0]?.slice('--lang='.length));
      await listCommands(program, terminal, offersSpanish);
    }
    return 0;
  } catch (error) {
    terminal.trouble(error);
    return error instanceof CribaError ? 2 : 3;
  } finally {
    terminal.close();
  }
}

async function runFirst(
  { commands }: Program,
  [name = '', ...args]: readonly string[],
  around: Surroundings,
): Promise<ExitCode> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw unknown(name, Object.keys(commands), callForm(around.env));
  return runCommand(await load(), args, around);
}

/** What was written without `--lang` and its value, and these. */
function withoutLanguage(args: readonly string[]): { words: string[]; lang: string[] } {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at === -1) return { words: [...args], lang: [] };
  const words = [...args];
  const lang = words.splice(at, args[at] === '--lang' ? 2 : 1);
  return { words, lang };
}

async function listCommands(
  { commands }: Program,
  terminal: Terminal,
  offersSpanish: boolean,
): Promise<void> {
  const { form, speech } = terminal;
  const command = placeholder('command', speech);
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2;
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  terminal.answer(
    [
      speech.say('help.frame.program'),
      '',
      `  ${binaryLine(`${command} ${speech.say('help.frame.flags')}`, form)}`,
      '',
      ...all.map(({ name }) => `  ${name.padEnd(width)}${speech.say(helpKeys(name).about)}`),
      '',
      speech.say('help.frame.one', { line: binaryLine(`help ${command}`, form) }),
      ...(offersSpanish ? ['', spanishOffer(binaryLine('help', form), terminal)] : []),
    ].join('\n'),
  );
}

function unknown(name: string, names: readonly string[], form: CallForm): CribaError {
  const help = binaryLine('help', form);
  if (name.startsWith('-')) return new CribaError('usage/command', { why: 'order', name, help });
  const near = nearest(name, names);
  return new CribaError('usage/command', { why: 'unknown', name, near, help });
}
