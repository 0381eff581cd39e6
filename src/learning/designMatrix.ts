import { f64At, i32At } from '../words/vector.ts';
import type { CsrMatrix } from './csrMatrix.ts';
import type { Features } from './features.ts';
import { LATENT_DIMENSIONS } from './lsa.ts';

/** Texts as the rows of a matrix: latent dimensions first, then shared terms, then one column a row for its own terms. */
export interface DesignMatrix extends CsrMatrix {
  /** weights of the columns as weights of terms, by number, and of latent dimensions */
  unpackWeights(weights: Float64Array): { terms: Float64Array; latent: Float64Array };
}

/** In place of a column: a term that one row alone has. */
const SINGLETON = -1;

/**
 * Packs texts into few columns. With a ridge, the weights of the terms that one text alone has are in the proportion of
 * their values, whatever else is learned: so they share one column, which saves about half of all columns.
 * @param size every number of a term is below this
 */
export function packDesignMatrix(texts: readonly Features[], size: number): DesignMatrix {
  const columns = assignColumns(texts, size);
  const { matrix, ownNorms } = fillRows(texts, columns);
  const unpackTerms = (weights: Float64Array): Float64Array => {
    const unpacked = new Float64Array(size);
    for (const [row, { terms }] of texts.entries()) {
      const norm = f64At(ownNorms, row);
      const own = norm > 0 ? f64At(weights, columns.count + row) / norm : 0;
      for (let n = 0; n < terms.ids.length; n += 1) {
        const id = i32At(terms.ids, n);
        const column = i32At(columns.of, id);
        unpacked[id] = column === SINGLETON ? own * f64At(terms.values, n) : f64At(weights, column);
      }
    }
    return unpacked;
  };
  return {
    ...matrix,
    unpackWeights: (weights) => ({
      terms: unpackTerms(weights),
      latent: weights.slice(0, LATENT_DIMENSIONS),
    }),
  };
}

interface Columns {
  /** by number of a term: its column, or `SINGLETON` */
  of: Int32Array;
  /** columns of latent dimensions and of terms that several rows have */
  count: number;
}

function assignColumns(texts: readonly Features[], size: number): Columns {
  const of = new Int32Array(size);
  for (const { terms } of texts) for (const id of terms.ids) of[id] = i32At(of, id) + 1;
  let count = LATENT_DIMENSIONS;
  const isSeen = new Uint8Array(size);
  for (const { terms } of texts) {
    for (const id of terms.ids) {
      if (isSeen[id] === 1) continue;
      isSeen[id] = 1;
      of[id] = of[id] === 1 ? SINGLETON : count++;
    }
  }
  return { of, count };
}

/** @returns also, by row, the norm of the terms that it alone has: what stands in the column of its own */
function fillRows(
  texts: readonly Features[],
  columns: Columns,
): { matrix: CsrMatrix; ownNorms: Float64Array } {
  let capacity = 0;
  for (const { terms } of texts) capacity += terms.ids.length + LATENT_DIMENSIONS + 1;
  const rowStarts = new Int32Array(texts.length + 1);
  const columnIndices = new Int32Array(capacity);
  const values = new Float64Array(capacity);
  const ownNorms = new Float64Array(texts.length);
  let end = 0;
  const enter = (column: number, value: number) => {
    columnIndices[end] = column;
    values[end] = value;
    end += 1;
  };
  for (const [row, { terms, latent }] of texts.entries()) {
    for (let d = 0; d < LATENT_DIMENSIONS; d += 1) enter(d, f64At(latent, d));
    let squares = 0;
    for (let n = 0; n < terms.ids.length; n += 1) {
      const column = i32At(columns.of, i32At(terms.ids, n));
      const value = f64At(terms.values, n);
      if (column === SINGLETON) squares += value * value;
      else enter(column, value);
    }
    ownNorms[row] = Math.sqrt(squares);
    enter(columns.count + row, f64At(ownNorms, row));
    rowStarts[row + 1] = end;
  }
  const matrix = {
    rowStarts,
    columnIndices: columnIndices.subarray(0, end),
    values: values.subarray(0, end),
    columnCount: columns.count + texts.length,
  };
  return { matrix, ownNorms };
}
