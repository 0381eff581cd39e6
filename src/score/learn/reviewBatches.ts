import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { proposedAt } from '../../model/desk/ledger/openings.ts';
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
 * with the next. What was not proposed before it was decided, such as a pick made by hand, is in no batch: there was nothing to
 * predict.
 */
export function reviewBatchesOf(
  ledger: readonly ItemLine[],
  decisions: readonly Decision[],
): ReviewBatch[] {
  const runs = Map.groupBy(decisions, ({ id }) => Date.parse(proposedAt(ledger, id) ?? ''));
  runs.delete(Number.NaN);
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
