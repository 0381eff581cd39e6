import { expect, test } from 'vitest';
import { auc, calibrationError, hitsAt, mean, precisionAt, precisionRecall } from './metrics.ts';

const yes = true;
const no = false;

test.for([
  ['all positives above', [9, 8, 2, 1], [yes, yes, no, no], 1],
  ['all positives below', [9, 8, 2, 1], [no, no, yes, yes], 0],
  ['three of four pairs in order', [4, 3, 2, 1], [yes, no, yes, no], 0.75],
  ['everything tied', [5, 5, 5, 5], [yes, no, yes, no], 0.5],
  // pairs: 3>1, 3>2, 2>1 in order and 2=2 a half: 3.5 of 4
  ['a tie between the two kinds', [3, 2, 2, 1], [yes, yes, no, no], 0.875],
  ['three positives, two negatives', [0.9, 0.7, 0.6, 0.4, 0.1], [yes, no, yes, no, yes], 0.5],
] as const)('AUC, %s', ([, scores, positive, expected]) => {
  expect(auc(scores, positive)).toBeCloseTo(expected, 10);
});

test('AUC has no value where one kind is missing', () => {
  expect(auc([1, 2], [yes, yes])).toBeNaN();
  expect(auc([], [])).toBeNaN();
});

test.for([
  ['of the first two, one', 2, [4, 3, 2, 1], [yes, no, yes, no], 1],
  ['half of a tie of two for one place', 1, [4, 4, 2], [yes, no, no], 0.5],
  ['two places for a tie of three with two positives', 3, [9, 5, 5, 5], [yes, yes, yes, no], 7 / 3],
  ['more places than items', 10, [2, 1], [yes, yes], 2],
] as const)('hits, %s', ([, k, scores, positive, expected]) => {
  expect(hitsAt(k, scores, positive)).toBeCloseTo(expected, 10);
});

test.for([
  [2, [4, 3, 2, 1], [yes, no, yes, no], 0.5],
  // one positive in all: it stands among the first three, which is all that could be
  [3, [4, 3, 2, 1], [no, yes, no, no], 1],
  [3, [4, 3, 2, 1], [no, no, no, yes], 0],
] as const)('precision at %i divides by what could be found', ([k, scores, positive, expected]) => {
  expect(precisionAt(k, scores, positive)).toBeCloseTo(expected, 10);
});

test.for([
  ['forecasts that come true', [1, 1, 0, 0], [yes, yes, no, no], 0],
  ['forecasts that never do', [1, 1, 0, 0], [no, no, yes, yes], 1],
  [
    'seven of ten where seven were forecast',
    Array(10).fill(0.7),
    [...Array(7).fill(yes), no, no, no],
    0,
  ],
  // bin .2: one forecast, none came, gap .2; bin .8: three forecasts of .8, two came, gap .4; (.2 + .4) / 4
  ['two bins', [0.2, 0.8, 0.8, 0.8], [no, yes, yes, no], 0.15],
] as [string, number[], boolean[], number][])(
  'calibration error, %s',
  ([, chances, positive, expected]) => {
    expect(calibrationError(chances, positive)).toBeCloseTo(expected, 10);
  },
);

test.for([-0.1, 1.1, Number.NaN])('a chance of %f is a mistake', (chance) => {
  expect(() => calibrationError([chance], [yes])).toThrow(RangeError);
});

test('precision, recall and their harmonic mean', () => {
  const { precision, recall, f1 } = precisionRecall({ found: 8, right: 6, wanted: 12 });
  expect([precision, recall]).toEqual([0.75, 0.5]);
  expect(f1).toBeCloseTo(0.6, 10);
  expect(mean([1, 2, 6])).toBe(3);
});
