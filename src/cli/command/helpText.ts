import type { Command } from './command.ts';
import { commandLine } from './commandLine.ts';
import type { Flags } from './flags.ts';

/**
 * What `--help` says of a command.
 * @param flags all that it takes
 * @param offer how to read it in Spanish, for those who have not chosen a language
 */
export function helpText(
  { name, summary, takes, parts = [], examples }: Command,
  flags: Flags,
  offer?: string,
): string {
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
    ...(offer === undefined ? [] : ['', offer]),
  ].join('\n');
}
