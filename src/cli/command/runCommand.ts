import { parseArgs } from 'node:util';
import { CribaError } from '../../model/run/error.ts';
import { callForm, inCallForm } from './callForm.ts';
import { assertLanguage, callLanguage, languageDoubt } from './callLanguage.ts';
import type { Command, CommandGroup, ExitCode, Invocation } from './command.ts';
import { commandLine } from './commandLine.ts';
import { DESK, type Flags, flagsOf } from './flags.ts';
import { readNow } from './flagValues.ts';
import { helpText } from './helpText.ts';
import { misreadFlag } from './misreadFlag.ts';
import { spanishOffer } from './spanishOffer.ts';
import { chooseSubcommand } from './subcommand.ts';
import type { Surroundings } from './surroundings.ts';
import { swallowed, swallowedFlags } from './swallowedFlags.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/**
 * Runs a command: reads its flags, shows its help, and turns trouble into a message with a remedy. It neither sets the
 * exit code of the process nor ends it, which can cut stdout short.
 * @param args what was written after the command's name
 */
export async function runCommand(
  command: Command | CommandGroup,
  args: readonly string[],
  around: Surroundings,
): Promise<ExitCode> {
  if ('subcommands' in command) {
    const chosen = chooseSubcommand(command, args);
    return runCommand(chosen.command, chosen.args, around);
  }
  const { speech, offersSpanish } = callLanguage(args, around.env);
  const terminal = openTerminal(around, { form: callForm(around.env, command.name), speech });
  try {
    const offer = offersSpanish ? spanishOffer(commandLine(command.name), terminal) : undefined;
    const call = readCall(command, args, terminal, around.env, offer);
    return call ? await command.run(call) : 0;
  } catch (error) {
    terminal.trouble(error);
    return error instanceof CribaError ? 2 : 3;
  } finally {
    terminal.close();
  }
}

function readCall(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
  env: Surroundings['env'],
  offer: string | undefined,
): Invocation | undefined {
  const flags = flagsOf(command);
  const npm = swallowedFlags(command.name, flags, { args, env });
  const { values, positionals } = parse(command, args, flags);
  assertLanguage(values.lang);
  terminal.json = values.json === true && values.help !== true;
  terminal.quiet = values.quiet === true || npm.quiet;
  const doubt = languageDoubt(env);
  if (doubt) terminal.warnOf(doubt);
  if (values.help) {
    const { speech } = terminal;
    terminal.answer(inCallForm(helpText(command, { flags, speech, offer }), terminal.form));
    return undefined;
  }
  if (offer !== undefined && !terminal.json) terminal.closing(offer);
  for (const flag of npm.doubtful) terminal.warnOf(swallowed('doubtful', command.name, flag));
  return {
    values,
    rest: positionals,
    desk: String(values.desk ?? DESK).replace(/\/+$/, ''),
    now: readNow(values.now),
    dryRun: values['dry-run'] === true,
    env,
    terminal,
  };
}

function parse(command: Command, args: readonly string[], flags: Flags) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: flags,
      allowPositionals: command.takes !== undefined,
    });
    return { values: values as Invocation['values'], positionals };
  } catch (cause) {
    const values = { ...misreadFlag(cause as Error), command: commandLine(command.name) };
    throw new CribaError('usage/flag', values, { cause });
  }
}
