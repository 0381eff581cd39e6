import type { SparseVector } from '../words/sparseVector.ts';
import { axpy, dot, f64At, i32At, scale } from '../words/vector.ts';
import { seededRandom } from './seededRandom.ts';

/** Latent dimensions that a text is described by. */
export const LATENT_DIMENSIONS = 64;
/** Columns that the iteration works on: a few more than are kept make the kept ones better. */
const COLUMNS = LATENT_DIMENSIONS + 10;
const POWER_STEPS = 3;
/** With fewer texts there is too little to see which words occur together. */
const FEWEST_TEXTS = 30;
/** Squared norm under which a column is taken to be spanned by those before it. */
const SPANNED = 1e-18;

/** The latent space of a corpus: words that occur in the same texts lie close together in it. */
export interface LatentSpace {
  /** where a word lies */
  termVector(word: number): Float64Array;
  /** the sum of a text's words, not brought to a norm */
  project(text: SparseVector): Float64Array;
}

/**
 * Latent semantic analysis: the leading right singular vectors of a matrix of texts and words, by randomised subspace
 * iteration. The same texts in the same order give the same numbers.
 * @param texts unit vectors over `words` words
 * @returns undefined if there are too few texts or words
 * @see https://doi.org/10.1137/090771806 Halko, Martinsson and Tropp, algorithm 4.4
 */
export function fitLsa(texts: readonly SparseVector[], words: number): LatentSpace | undefined {
  if (texts.length < FEWEST_TEXTS || words < COLUMNS) return undefined;
  const basis = randomMatrix(words);
  const images = new Float64Array(texts.length * COLUMNS);
  for (let step = 0; step < POWER_STEPS; step += 1) {
    multiply(texts, basis, images);
    multiplyTransposed(texts, images, basis);
    orthonormalise(basis, words);
  }
  return {
    termVector: (word) => basis.subarray(word * COLUMNS, word * COLUMNS + LATENT_DIMENSIONS),
    project: (text) => projectOnto(basis, text),
  };
}

function projectOnto(basis: Float64Array, { ids, values }: SparseVector): Float64Array {
  const sum = new Float64Array(LATENT_DIMENSIONS);
  for (let n = 0; n < ids.length; n += 1) {
    const value = f64At(values, n);
    const from = i32At(ids, n) * COLUMNS;
    for (let d = 0; d < LATENT_DIMENSIONS; d += 1)
      sum[d] = f64At(sum, d) + value * f64At(basis, from + d);
  }
  return sum;
}

/** A matrix of `COLUMNS` columns, row after row, whose entries lie between -0.5 and 0.5. */
function randomMatrix(rows: number): Float64Array {
  const random = seededRandom(19_970_214);
  const matrix = new Float64Array(rows * COLUMNS);
  for (let n = 0; n < matrix.length; n += 1) matrix[n] = random() - 0.5;
  return matrix;
}

/** images = texts × basis */
function multiply(texts: readonly SparseVector[], basis: Float64Array, images: Float64Array): void {
  images.fill(0);
  for (const [row, { ids, values }] of texts.entries()) {
    const to = row * COLUMNS;
    for (let n = 0; n < ids.length; n += 1) {
      const value = f64At(values, n);
      const from = i32At(ids, n) * COLUMNS;
      for (let c = 0; c < COLUMNS; c += 1)
        images[to + c] = f64At(images, to + c) + value * f64At(basis, from + c);
    }
  }
}

/** basis = textsᵀ × images */
function multiplyTransposed(
  texts: readonly SparseVector[],
  images: Float64Array,
  basis: Float64Array,
): void {
  basis.fill(0);
  for (const [row, { ids, values }] of texts.entries()) {
    const from = row * COLUMNS;
    for (let n = 0; n < ids.length; n += 1) {
      const value = f64At(values, n);
      const to = i32At(ids, n) * COLUMNS;
      for (let c = 0; c < COLUMNS; c += 1)
        basis[to + c] = f64At(basis, to + c) + value * f64At(images, from + c);
    }
  }
}

/** Modified Gram-Schmidt over the columns of a matrix; a column that the others span already becomes zero. */
function orthonormalise(matrix: Float64Array, rows: number): void {
  const columns = Array.from({ length: COLUMNS }, (_, c) => readColumn(matrix, rows, c));
  for (const [c, column] of columns.entries()) {
    for (const other of columns.slice(0, c)) axpy(-dot(column, other), other, column);
    const squares = dot(column, column);
    scale(squares > SPANNED ? 1 / Math.sqrt(squares) : 0, column);
    for (let row = 0; row < rows; row += 1) matrix[row * COLUMNS + c] = f64At(column, row);
  }
}

function readColumn(matrix: Float64Array, rows: number, c: number): Float64Array {
  const column = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) column[row] = f64At(matrix, row * COLUMNS + c);
  return column;
}
