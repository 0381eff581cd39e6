import { describe, expect, test } from 'vitest';
import { type SparseVector, scaledToNorm } from '../words/sparseVector.ts';
import { at, dot, norm } from '../words/vector.ts';
import { fitLsa, LATENT_DIMENSIONS, type LatentSpace } from './lsa.ts';
import { seededRandom } from './seededRandom.ts';

const WORDS = 120;
const TEXTS = 200;
const RANK = 4;

/** An orthonormal basis of `RANK` vectors over the words, each on words of its own. */
const planted = Array.from({ length: RANK }, (_, factor) => {
  const vector = Float64Array.from({ length: WORDS }, (_, word) =>
    word % RANK === factor ? 1 + Math.sin(word) ** 2 : 0,
  );
  return vector.map((value) => value / norm(vector));
});

/** Texts that mix the planted vectors, and noise of the given size in every word. */
function textsWith(noise: number): SparseVector[] {
  const random = seededRandom(5);
  return Array.from({ length: TEXTS }, () => {
    const mix = planted.map((_, factor) => (random() - 0.5) / (factor + 1));
    const values = Float64Array.from(
      { length: WORDS },
      (_, word) =>
        mix.reduce((sum, share, factor) => sum + share * at(at(planted, factor), word), 0) +
        noise * (random() - 0.5),
    );
    return scaledToNorm(1, { ids: Int32Array.from(values.keys()), values });
  });
}

function spaceOf(texts: readonly SparseVector[]): LatentSpace {
  const space = fitLsa(texts, WORDS);
  if (space === undefined) throw new RangeError('too few texts');
  return space;
}

/** A latent dimension as a vector over the words. */
function dimension(space: LatentSpace, d: number): Float64Array {
  return Float64Array.from({ length: WORDS }, (_, word) => at(space.termVector(word), d));
}

/** Length of what is left of a planted vector in the first `RANK` dimensions: 1 if it lies in them. */
function recovered(space: LatentSpace, vector: Float64Array): number {
  const shares = Array.from({ length: RANK }, (_, d) => dot(dimension(space, d), vector));
  return Math.hypot(...shares);
}

describe('a matrix of low rank', () => {
  const space = spaceOf(textsWith(0));
  test.for([0, 1, 2, 3])('has planted vector %i in its leading dimensions', (factor) => {
    expect(recovered(space, at(planted, factor))).toBeCloseTo(1, 6);
  });
  test('leaves every further dimension empty', () => {
    for (let d = RANK; d < LATENT_DIMENSIONS; d += 1) expect(norm(dimension(space, d))).toBe(0);
  });
  test('keeps the norm of its texts, and their cosines', () => {
    const [first, second] = textsWith(0);
    if (!first || !second) throw new RangeError('no texts');
    expect(norm(space.project(first))).toBeCloseTo(1, 6);
    expect(dot(space.project(first), space.project(second))).toBeCloseTo(
      dot(first.values, second.values),
      6,
    );
  });
});

describe('a matrix of low rank under noise', () => {
  const space = spaceOf(textsWith(0.02));
  test.for([0, 1, 2, 3])('has planted vector %i nearly in its leading dimensions', (factor) => {
    expect(recovered(space, at(planted, factor))).toBeGreaterThan(0.98);
  });
  test('gives dimensions that are orthonormal', () => {
    for (const [a, b] of [
      [0, 0],
      [0, 1],
      [2, 3],
      [5, 60],
    ] as const)
      expect(dot(dimension(space, a), dimension(space, b))).toBeCloseTo(a === b ? 1 : 0, 9);
  });
});

test('the same texts give the same numbers, and too few give none', () => {
  const texts = textsWith(0.02);
  expect(dimension(spaceOf(texts), 3)).toEqual(dimension(spaceOf(texts), 3));
  expect(fitLsa(texts.slice(0, 29), WORDS)).toBeUndefined();
  expect(fitLsa(texts, 73)).toBeUndefined();
});
