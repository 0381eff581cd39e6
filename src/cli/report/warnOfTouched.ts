import type { Terminal } from '../command/terminal.ts';

/** Says which files a person changed while a run was at work; whether there were any. */
export function warnOfTouched(
  applied: { left: readonly string[] } | undefined,
  folder: string,
  terminal: Pick<Terminal, 'warn'>,
): boolean {
  for (const path of applied?.left ?? []) {
    const text = `${folder}/${path} was changed while this ran, so it is left as it is.`;
    terminal.warn('desk/changed-meanwhile', text, 'Run again: it will be read anew.');
  }
  return (applied?.left.length ?? 0) > 0;
}
