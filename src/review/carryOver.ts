import type { Change, Changes, Desk } from '../model/desk.ts';
import type { LedgerLine } from '../model/ledger.ts';
import { type SettleOptions, settle, toLine } from './settle.ts';

/**
 * What a pull request that was closed unmerged leaves behind: its explicit decisions are carried over,
 * and what nobody decided expires, so that it is not proposed again.
 * @param closed the desk as it stood on the closed branch
 */
export function carryOver(desk: Desk, closed: Desk, options: SettleOptions): Changes {
  const known = new Set(desk.ledger.map((line) => line.id));
  const isNew = (id: string | undefined): id is string => id !== undefined && !known.has(id);
  const settled = settle(closed, options);
  const changes: Change[] = [];
  const lines: LedgerLine[] = settled.desk.ledger.filter((line) => isNew(line.id));

  for (const { path, data, body } of settled.desk.picks) {
    if (isNew(data.id)) changes.push({ do: 'create', path, kind: 'picks', data, body });
  }
  for (const { path, data, body } of settled.desk.candidates) {
    if (!isNew(data.id)) continue;
    if (data.decision === 'later')
      changes.push({ do: 'create', path, kind: 'candidates', data, body });
    else lines.push(toLine('expire', data, { at: options.now, reason: 'pull request closed' }));
  }
  return { changes, lines };
}
