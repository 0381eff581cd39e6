import { expect, test } from 'vitest';
import { reliability } from './reliability.ts';

const judged = (predicted: number, kept: number, dropped: number) => [
  ...Array.from({ length: kept }, () => ({ predicted, kept: true })),
  ...Array.from({ length: dropped }, () => ({ predicted, kept: false })),
];

test('what came about as often as was said has no error, though chance would give it some', () => {
  const { error, chance, bins } = reliability([...judged(0.1, 1, 9), ...judged(0.75, 3, 1)]);
  expect(error).toBeCloseTo(0);
  expect(chance).toBeGreaterThan(0.05);
  expect(bins.map(({ items }) => items)).toEqual([10, 0, 0, 4, 0]);
});

test('the error is the distance in each bin, weighed by its items', () => {
  const { error, bins } = reliability([...judged(0.9, 0, 3), ...judged(0.1, 0, 1)]);
  expect(error).toBeCloseTo((3 * 0.9 + 0.1) / 4);
  expect(bins[4]).toMatchObject({ from: 0.8, to: 1, items: 3, kept: 0 });
});

test('certainty has a bin, and nothing to judge is no error', () => {
  expect(reliability(judged(1, 1, 0)).bins[4]?.items).toBe(1);
  expect(reliability([])).toMatchObject({ error: 0, chance: 0 });
});
