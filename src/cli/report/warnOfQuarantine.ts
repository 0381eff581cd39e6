import type { Desk } from '../../model/desk/desk.ts';
import { count } from '../command/count.ts';
import type { Terminal } from '../command/terminal.ts';

/** Says how many files of a desk are left out. True if there are any: a person is needed, and the command ends with 1. */
export function warnOfQuarantine(
  { quarantine }: Pick<Desk, 'quarantine'>,
  folder: string,
  terminal: Pick<Terminal, 'warn'>,
): boolean {
  if (quarantine.length === 0) return false;
  const are = quarantine.length === 1 ? 'is' : 'are';
  const rules = quarantine.some(({ kind }) => kind === 'rules');
  terminal.warn(
    'desk/quarantine',
    `${count(quarantine.length, 'file')} of ${folder} ${are} left out.${rules ? ' Where rules cannot be read, the built-in ones hold.' : ''}`,
    'npm run check says what is wrong and where.',
  );
  return true;
}
