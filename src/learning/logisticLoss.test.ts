import { expect, test } from 'vitest';
import { at } from '../words/vector.ts';
import { type LogisticProblem, logisticLoss } from './logisticLoss.ts';
import { seededRandom } from './seededRandom.ts';

const ROWS = 15;
const COLUMNS = 6;
const random = seededRandom(3);
const numbers = (length: number, from: number, to: number) =>
  Float64Array.from({ length }, () => from + (to - from) * random());

/** Rows of three entries each, with everything that a loss is made of away from its default. */
const problem: LogisticProblem = {
  matrix: {
    rowStarts: Int32Array.from({ length: ROWS + 1 }, (_, row) => 3 * row),
    columnIndices: Int32Array.from({ length: 3 * ROWS }, (_, n) => (n * 7 + (n % 3)) % COLUMNS),
    values: numbers(3 * ROWS, -2, 2),
    columnCount: COLUMNS,
  },
  targets: numbers(ROWS, 0, 2).map(Math.floor),
  sampleWeights: numbers(ROWS, 0.2, 1.5),
  offsets: numbers(ROWS, -1, 1),
  ridges: numbers(COLUMNS + 1, 0.01, 0.5),
  biasScale: 0.7,
};
const loss = logisticLoss(problem);
const ignored = new Float64Array(COLUMNS + 1);

test.for(Array.from({ length: COLUMNS + 1 }, (_, column) => column))(
  'the gradient along column %i is what finite differences say',
  (column) => {
    const point = numbers(COLUMNS + 1, -1.5, 1.5);
    const gradient = new Float64Array(COLUMNS + 1);
    loss(point, gradient);
    const step = 1e-5;
    const moved = (by: number) => point.map((value, n) => (n === column ? value + by : value));
    const difference = (loss(moved(step), ignored) - loss(moved(-step), ignored)) / (2 * step);
    expect(at(gradient, column)).toBeCloseTo(difference, 6);
  },
);

test('the loss is the weighted log loss of the predictions and half the ridge', () => {
  const point = numbers(COLUMNS + 1, -1, 1);
  const { matrix, targets, sampleWeights, offsets, ridges, biasScale } = problem;
  let expected = 0;
  for (const [n, ridge] of ridges.entries()) expected += (ridge * at(point, n) ** 2) / 2;
  for (const [row, target] of targets.entries()) {
    let logit = at(offsets, row) + biasScale * at(point, COLUMNS);
    for (let n = 3 * row; n < 3 * row + 3; n += 1)
      logit += at(matrix.values, n) * at(point, at(matrix.columnIndices, n));
    const probability = 1 / (1 + Math.exp(-logit));
    expected -= at(sampleWeights, row) * Math.log(target === 1 ? probability : 1 - probability);
  }
  expect(loss(point, ignored)).toBeCloseTo(expected, 9);
});

test('a prediction that is sure and wrong costs its log-odds, and overflows nothing', () => {
  const point = new Float64Array(COLUMNS + 1);
  const sure = { ...problem, offsets: new Float64Array(ROWS).fill(1_000) };
  const wrong = problem.targets.reduce(
    (sum, target, row) => sum + (target === 0 ? at(problem.sampleWeights, row) : 0),
    0,
  );
  expect(logisticLoss(sure)(point, ignored)).toBeCloseTo(1_000 * wrong, 6);
});
