import type { Change, Changes } from '../../model/desk/desk.ts';
import { count } from '../command/count.ts';

const DONE: readonly (readonly [kinds: readonly Change['do'][], word: string])[] = [
  [['create', 'copy'], 'written'],
  [['move', 'rename'], 'moved'],
  [['remove'], 'removed'],
];

/** What settling did, in a line: `3 lines for the ledger, 1 file moved, 2 files removed`. */
export function settleLine({ changes, lines }: Changes, dryRun: boolean): string {
  const parts = DONE.flatMap(([kinds, word]) => {
    const files = changes.filter((change) => kinds.includes(change.do)).length;
    return files === 0 ? [] : [`${count(files, 'file')} ${dryRun ? `to be ${word}` : word}`];
  });
  return [
    `${count(lines.length, 'line')} for the ledger`,
    ...(parts.length > 0 ? parts : ['no file touched']),
    ...(dryRun ? ['0 written (dry run)'] : []),
  ].join(', ');
}
