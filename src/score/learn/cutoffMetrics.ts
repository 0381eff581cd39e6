/** What reading the first part of each batch found. */
export interface CutoffMetrics {
  /** items read */
  read: number;
  /** of those, kept */
  kept: number;
  /** share of what was read that was kept, 0 to 1 */
  precision: number;
  /** share of all that was kept that was read, 0 to 1 */
  recall: number;
}

/** An item as it can be ranked. */
export interface Ranked {
  id: string;
  kept: boolean;
}

/**
 * Precision and recall if each batch is read from its highest value down: half of it, at most the budget.
 * @see https://nlp.stanford.edu/IR-book/html/htmledition/evaluation-of-ranked-retrieval-results-1.html
 */
export function metricsOfRanking<T extends Ranked>(
  batches: readonly (readonly T[])[],
  budget: number,
  value: (one: T) => number,
): CutoffMetrics {
  const read = batches.flatMap((batch) =>
    batch
      .toSorted((a, b) => value(b) - value(a) || (a.id < b.id ? -1 : 1))
      .slice(0, cutoff(batch, budget)),
  );
  return toMetrics(batches, read.length, keptOf(read));
}

/** What to expect of reading as many of each batch in any order. */
export function metricsOfChance(
  batches: readonly (readonly Ranked[])[],
  budget: number,
): CutoffMetrics {
  const read = batches.reduce((sum, batch) => sum + cutoff(batch, budget), 0);
  const kept = batches.reduce(
    (sum, batch) => sum + (cutoff(batch, budget) / batch.length) * keptOf(batch),
    0,
  );
  return toMetrics(batches, read, kept);
}

/** How many items of a batch are read. */
function cutoff(batch: readonly Ranked[], budget: number): number {
  return Math.min(budget, Math.ceil(batch.length / 2));
}

function toMetrics(
  batches: readonly (readonly Ranked[])[],
  read: number,
  kept: number,
): CutoffMetrics {
  const all = keptOf(batches.flat());
  return {
    read,
    kept,
    precision: read === 0 ? 0 : kept / read,
    recall: all === 0 ? 0 : kept / all,
  };
}

function keptOf(items: readonly Ranked[]): number {
  return items.filter((one) => one.kept).length;
}
