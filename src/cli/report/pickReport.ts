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
  const written = hasWords ? 'add.written' : 'add.writtenNoWords';
  terminal.closing(terminal.speech.say(dryRun ? 'frame.dryRun' : written));
}

/** @param path of the file that has the address */
export function warnOfSameAddress(path: string, terminal: Terminal): void {
  const { speech } = terminal;
  const text = speech.say('add.alreadyThere', { path });
  terminal.warn('pick/already-there', text, speech.say('add.alreadyThereHint'));
}
