import { dot } from './dot.ts';
import { seededRandom } from './seededRandom.ts';
import type { SparseVector } from './sparseVector.ts';

/** Directions that a text's meaning is told by. */
export const LATENT_DIMENSIONS = 64;
const OVERSAMPLED = LATENT_DIMENSIONS + 10;
const POWER_STEPS = 3;
/** With fewer texts there is nothing to tell from which words keep company. */
const FEWEST_TEXTS = 30;

/** Which words keep company in the desk's texts. */
export interface LatentSpace {
  /** where a word lies in each direction */
  termVector(word: number): Float64Array;
  /** the sum of a text's words, not brought to a length */
  project(text: SparseVector): Float64Array;
}

/**
 * Latent semantic analysis: the strongest directions of a matrix of texts and words, by randomised subspace iteration.
 * The same texts in the same order give the same numbers.
 * @param texts unit vectors over `words` words
 * @see https://doi.org/10.1137/090771806 Halko, Martinsson and Tropp, algorithm 4.4
 */
export function fitLsa(texts: readonly SparseVector[], words: number): LatentSpace | undefined {
  if (texts.length < FEWEST_TEXTS || words < OVERSAMPLED) return undefined;
  const directions = new Float64Array(words * OVERSAMPLED);
  const random = seededRandom(19_970_214);
  for (let at = 0; at < directions.length; at += 1) directions[at] = random() - 0.5;
  const images = new Float64Array(texts.length * OVERSAMPLED);
  for (let step = 0; step < POWER_STEPS; step += 1) {
    applyTo(texts, directions, images);
    applyTransposed(texts, images, directions);
    orthonormalise(directions, words);
  }
  return {
    termVector: (word) =>
      directions.subarray(word * OVERSAMPLED, word * OVERSAMPLED + LATENT_DIMENSIONS),
    project({ ids, values }) {
      const sum = new Float64Array(LATENT_DIMENSIONS);
      for (const [at, word] of ids.entries()) {
        const value = values[at] ?? 0;
        const from = word * OVERSAMPLED;
        for (let d = 0; d < LATENT_DIMENSIONS; d += 1)
          sum[d] = (sum[d] ?? 0) + value * (directions[from + d] ?? 0);
      }
      return sum;
    },
  };
}

/** images = texts × directions */
function applyTo(
  texts: readonly SparseVector[],
  directions: Float64Array,
  images: Float64Array,
): void {
  images.fill(0);
  for (const [row, { ids, values }] of texts.entries()) {
    const to = row * OVERSAMPLED;
    for (let at = 0; at < ids.length; at += 1) {
      const value = values[at] as number;
      const from = (ids[at] as number) * OVERSAMPLED;
      for (let d = 0; d < OVERSAMPLED; d += 1)
        images[to + d] = (images[to + d] as number) + value * (directions[from + d] as number);
    }
  }
}

/** directions = textsᵀ × images */
function applyTransposed(
  texts: readonly SparseVector[],
  images: Float64Array,
  directions: Float64Array,
): void {
  directions.fill(0);
  for (const [row, { ids, values }] of texts.entries()) {
    const from = row * OVERSAMPLED;
    for (let at = 0; at < ids.length; at += 1) {
      const value = values[at] as number;
      const to = (ids[at] as number) * OVERSAMPLED;
      for (let d = 0; d < OVERSAMPLED; d += 1)
        directions[to + d] = (directions[to + d] as number) + value * (images[from + d] as number);
    }
  }
}

/** Modified Gram-Schmidt over the columns of a matrix; a column that the others span already becomes zero. */
function orthonormalise(matrix: Float64Array, rows: number): void {
  const columns = Array.from({ length: OVERSAMPLED }, (_, c) => {
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) column[row] = matrix[row * OVERSAMPLED + c] as number;
    return column;
  });
  for (const [c, column] of columns.entries()) {
    for (let other = 0; other < c; other += 1) {
      const basis = columns[other] as Float64Array;
      const share = dot(column, basis);
      for (let row = 0; row < rows; row += 1)
        column[row] = (column[row] as number) - share * (basis[row] as number);
    }
    const squares = dot(column, column);
    const factor = squares > 1e-18 ? 1 / Math.sqrt(squares) : 0;
    for (let row = 0; row < rows; row += 1) {
      column[row] = (column[row] as number) * factor;
      matrix[row * OVERSAMPLED + c] = column[row] as number;
    }
  }
}
