import { expect, test } from 'vitest';
import { commandWords } from '../../i18n/commandWords.ts';
import type { Change, Changes } from '../../model/desk/desk.ts';
import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { settleLine } from './settleReport.ts';

const change = (kind: Change['do']) => ({ do: kind }) as Change;
const wanted = (...kinds: Change['do'][]): Changes => ({
  changes: kinds.map(change),
  lines: kinds.map(() => ({}) as ItemLine),
});

test.for([
  [wanted(), false, '0 lines for the ledger, no file touched'],
  [wanted('remove'), false, '1 line for the ledger, 1 file removed'],
  [
    wanted('move', 'remove', 'remove', 'copy', 'create'),
    false,
    '5 lines for the ledger, 2 files written, 1 file moved, 2 files removed',
  ],
  [
    wanted('move', 'remove'),
    true,
    '2 lines for the ledger, 1 file to be moved, 1 file to be removed, 0 written (dry run)',
  ],
] as const)('what was done is called what it is: %j', ([changes, dryRun, line]) => {
  expect(settleLine(changes, dryRun, commandWords('en'))).toBe(line);
});
