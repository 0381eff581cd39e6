import { toUnit, type Vector } from './textIndex.ts';

/** What several texts speak of in common. */
export interface Centroid {
  /** by number of a term: the sum of the texts' weights; at most 40 terms, the heaviest */
  sum: ReadonlyMap<number, number>;
  /** the same, of length 1 */
  unit: Vector;
}

/** Enough to tell a story by, few enough that a long one does not come to be about everything. */
const TERMS = 40;

/** The centroid of some texts. */
export function centroidOf(vectors: readonly Vector[]): Centroid {
  const sum = new Map<number, number>();
  for (const { terms, weights } of vectors) {
    for (const [at, term] of terms.entries()) {
      sum.set(term, (sum.get(term) ?? 0) + (weights[at] as number));
    }
  }
  return cut(sum);
}

/** The centroid of the texts of both. */
export function together(a: Centroid, b: Centroid): Centroid {
  const sum = new Map(a.sum);
  for (const [term, weight] of b.sum) sum.set(term, (sum.get(term) ?? 0) + weight);
  return cut(sum);
}

function cut(sum: ReadonlyMap<number, number>): Centroid {
  const kept =
    sum.size <= TERMS
      ? sum
      : new Map([...sum].sort(([a, x], [b, y]) => y - x || a - b).slice(0, TERMS));
  return { sum: kept, unit: toUnit(kept) };
}
