import type { Desk } from '../../model/desk/desk.ts';
import type { Terminal } from '../command/terminal.ts';

/** Says how many files of a desk are left out. True if there are any: a person is needed, and the command ends with 1. */
export function warnOfQuarantine(
  { quarantine }: Pick<Desk, 'quarantine'>,
  folder: string,
  terminal: Pick<Terminal, 'warnOf'>,
): boolean {
  if (quarantine.length === 0) return false;
  const why = quarantine.some(({ kind }) => kind === 'rules') ? 'rules' : 'files';
  terminal.warnOf({ code: 'desk/quarantine', values: { why, n: quarantine.length, folder } });
  return true;
}
