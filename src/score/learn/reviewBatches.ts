import { byTime } from '../../model/desk/ledger/byTime.ts';
import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import type { Decision } from '../relevance/decisions.ts';

/** Decided items that one run proposed, and that could have been ranked before anybody reviewed them. */
export interface ReviewBatch {
  /** when the first of them was proposed, in milliseconds since 1970 */
  at: number;
  decisions: Decision[];
}

/** Decided items that a batch holds at least: two or three can hardly be ranked well or badly. */
const FEWEST = 4;

/**
 * Decided items by the run that proposed them, in the order of time. A run of which few items were decided goes together
 * with the next. What was never proposed, such as a pick made by hand, is in no batch: there was nothing to predict.
 */
export function reviewBatchesOf(
  ledger: readonly ItemLine[],
  decisions: readonly Decision[],
): ReviewBatch[] {
  const proposed = proposalTimes(ledger);
  const runs = Map.groupBy(
    decisions.filter(({ id }) => proposed.has(id)),
    ({ id }) => proposed.get(id) ?? 0,
  );
  const batches: ReviewBatch[] = [];
  for (const [at, own] of [...runs].sort(([a], [b]) => a - b)) {
    const open = batches.at(-1);
    if (open !== undefined && open.decisions.length < FEWEST) open.decisions.push(...own);
    else batches.push({ at, decisions: [...own] });
  }
  const last = batches.at(-1);
  const previous = batches.at(-2);
  if (last !== undefined && previous !== undefined && last.decisions.length < FEWEST) {
    previous.decisions.push(...last.decisions);
    batches.pop();
  }
  return batches;
}

/** When each item was proposed: the first time, or the first time after it was last restored. */
function proposalTimes(ledger: readonly ItemLine[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { id, event, at } of ledger.toSorted(byTime)) {
    if (event === 'restore') times.delete(id);
    else if (event === 'proposed' && !times.has(id)) times.set(id, Date.parse(at));
  }
  return times;
}
