import type { Terminal } from '../command/terminal.ts';

/** Says which files a person changed while a run was at work; whether there were any. */
export function warnOfTouched(
  applied: { left: readonly string[] } | undefined,
  folder: string,
  terminal: Pick<Terminal, 'warnOf'>,
): boolean {
  for (const path of applied?.left ?? []) {
    terminal.warnOf({ code: 'desk/changed-meanwhile', values: { path: `${folder}/${path}` } });
  }
  return (applied?.left.length ?? 0) > 0;
}
