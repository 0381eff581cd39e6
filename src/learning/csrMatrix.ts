import { f64At, i32At } from '../words/vector.ts';

/**
 * A sparse matrix in compressed rows.
 * @see https://en.wikipedia.org/wiki/Sparse_matrix#Compressed_sparse_row_(CSR,_CRS_or_Yale_format)
 */
export interface CsrMatrix {
  /** where each row begins in `columnIndices` and `values`, and where the last ends */
  rowStarts: Int32Array;
  columnIndices: Int32Array;
  values: Float64Array;
  columnCount: number;
}

/** `start` and the dot product of a row and a vector, in the order of the row's entries. */
export function rowDot(
  { rowStarts, columnIndices, values }: CsrMatrix,
  row: number,
  vector: Float64Array,
  start: number,
): number {
  const end = i32At(rowStarts, row + 1);
  let sum = start;
  for (let n = i32At(rowStarts, row); n < end; n += 1)
    sum += f64At(vector, i32At(columnIndices, n)) * f64At(values, n);
  return sum;
}

/** vector += factor · row. */
export function addRow(
  factor: number,
  { rowStarts, columnIndices, values }: CsrMatrix,
  row: number,
  vector: Float64Array,
): void {
  const end = i32At(rowStarts, row + 1);
  for (let n = i32At(rowStarts, row); n < end; n += 1) {
    const column = i32At(columnIndices, n);
    vector[column] = f64At(vector, column) + factor * f64At(values, n);
  }
}

/** vector += factor · row², entry by entry. */
export function addSquaredRow(
  factor: number,
  { rowStarts, columnIndices, values }: CsrMatrix,
  row: number,
  vector: Float64Array,
): void {
  const end = i32At(rowStarts, row + 1);
  for (let n = i32At(rowStarts, row); n < end; n += 1) {
    const column = i32At(columnIndices, n);
    vector[column] = f64At(vector, column) + factor * f64At(values, n) ** 2;
  }
}

/** A matrix with each column times a factor of its own. */
export function scaleColumns(matrix: CsrMatrix, factors: Float64Array): CsrMatrix {
  const { columnIndices } = matrix;
  const values = matrix.values.map((value, n) => value * f64At(factors, i32At(columnIndices, n)));
  return { ...matrix, values };
}
