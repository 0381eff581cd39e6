import type { SparseVector } from '../words/sparseVector.ts';
import { f64At } from '../words/vector.ts';
import { toUnit } from './textIndex.ts';

/** The sum of several texts’ vectors: what they speak of in common. */
export interface Centroid {
  /** by number of a term: the sum of the texts' weights; at most 40 terms, the heaviest */
  sum: ReadonlyMap<number, number>;
  /** the same, of length 1 */
  unit: SparseVector;
}

/** Enough to recognise a story by, few enough that a long one does not come to be about everything. */
const TERMS = 40;

/** The centroid of some texts. */
export function centroidOf(vectors: readonly SparseVector[]): Centroid {
  const sum = new Map<number, number>();
  for (const { ids, values } of vectors) {
    for (const [place, term] of ids.entries())
      sum.set(term, (sum.get(term) ?? 0) + f64At(values, place));
  }
  return truncated(sum);
}

/** The centroid of the texts of both. */
export function mergedCentroid(a: Centroid, b: Centroid): Centroid {
  const sum = new Map(a.sum);
  for (const [term, weight] of b.sum) sum.set(term, (sum.get(term) ?? 0) + weight);
  return truncated(sum);
}

function truncated(sum: ReadonlyMap<number, number>): Centroid {
  const kept =
    sum.size <= TERMS
      ? sum
      : new Map([...sum].sort(([a, x], [b, y]) => y - x || a - b).slice(0, TERMS));
  return { sum: kept, unit: toUnit(kept) };
}
