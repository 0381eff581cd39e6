import type { PickEntry } from '../../model/desk/pick.ts';
import type { Terminal } from '../command/terminal.ts';

export interface PickPlace {
  /** of its file, with the desk's folder */
  path: string;
  /** whether somebody has written words for it */
  hasWords: boolean;
  dryRun: boolean;
}

/** A pick that was made by hand, or would be. */
export function reportPick(
  pick: PickEntry,
  { path, hasWords, dryRun }: PickPlace,
  terminal: Terminal,
): void {
  terminal.answer(path);
  terminal.record({ path, ...pick });
  if (dryRun) terminal.closing('0 written (dry run)');
  else terminal.closing(`1 pick written${hasWords ? '' : '; your words go below its header'}`);
}

/** @param path of the file that has the address */
export function warnOfSameAddress(path: string, terminal: Terminal): void {
  terminal.warn('pick/already-there', `${path} has this address.`, 'Write your words there.');
}
