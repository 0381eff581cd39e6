import { expect, test } from 'vitest';
import { calibrate } from './calibrate.ts';

const judged = (logit: number, kept: number, dropped: number) =>
  Array.from({ length: kept + dropped }, (_, n) => ({ logit, kept: n < kept, weight: 1 }));

test('predictions that came true are left as they are', () => {
  expect(calibrate(judged(0, 50, 50))).toBeCloseTo(0);
});
test('a desk that keeps more than was predicted moves every prediction up', () => {
  const shift = calibrate(judged(-2, 200, 200));
  expect(1 / (1 + Math.exp(2 - shift))).toBeCloseTo(0.5, 1);
});
test('few judged predictions move nothing', () => {
  expect(calibrate(judged(-2, 39, 0))).toBe(0);
});
test('a desk that keeps everything ends at a finite shift', () => {
  expect(calibrate(judged(1, 500, 0))).toBeGreaterThan(1);
  expect(calibrate(judged(1, 500, 0))).toBeLessThan(12);
  expect(calibrate(judged(30, 0, 500))).toBeLessThan(-30);
});
