import type { CommandWords, ValueName } from '../../i18n/commandWords.ts';
import type { Command } from './command.ts';
import { commandLine } from './commandLine.ts';
import type { Flags } from './flags.ts';
import { helpKeys } from './helpKeys.ts';

/**
 * What `--help` says of a command. Its words stand in `i18n/help.<language>.json` (`helpKeys`).
 * @param flags all that it takes
 * @param offer how to read it in Spanish, for those who have not chosen a language
 */
export function helpText(
  { name, takes, parts = [], examples }: Command,
  { flags, speech, offer }: { flags: Flags; speech: CommandWords; offer?: string },
): string {
  const keys = helpKeys(name);
  const rows = Object.entries(flags).map(([flag, { value }]) => {
    return [joined(`--${flag}`, value && placeholder(value, speech)), speech.say(keys.flag(flag))];
  });
  const named = parts.map((part) => {
    const term = joined(part.name, part.takes && placeholder(part.takes, speech));
    return [term, speech.say(helpKeys(`${name} ${part.name}`).about)];
  });
  const width = Math.max(...[...rows, ...named].map(([term = '']) => term.length)) + 2;
  const listed = ([term = '', text]: string[]) => `  ${term.padEnd(width)}${text}`;
  const taken =
    takes === 'part'
      ? `<${parts.map((part) => part.name).join('|')}>`
      : takes && placeholder(takes, speech);
  return [
    speech.say(keys.summary),
    '',
    `  ${joined(commandLine(name), taken, speech.say('help.frame.flags'))}`,
    '',
    ...(named.length > 0 ? [...named.map(listed), ''] : []),
    ...rows.map(listed),
    '',
    speech.say('help.frame.examples'),
    ...examples.flatMap((line, n) => [
      `  ${withPlaceholders(line, speech)}`,
      `      ${speech.say(keys.example(n + 1))}`,
    ]),
    ...(offer === undefined ? [] : ['', offer]),
  ].join('\n');
}

/** `<folder>`, `<carpeta>`. */
export function placeholder(value: ValueName, speech: CommandWords): string {
  return `<${speech.say(`help.value.${value}`)}>`;
}

/** A command line in which the names of values stand as the language has them. */
function withPlaceholders(line: string, speech: CommandWords): string {
  return line.replace(/<(\w+)>/g, (_, value: ValueName) => placeholder(value, speech));
}

function joined(...words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(' ');
}
