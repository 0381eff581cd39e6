import { expect, test } from 'vitest';
import { calibrate } from './calibrate.ts';
import { seededRandom } from './seededRandom.ts';

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
test.for([-1.5, 0, 0.8])(
  'outcomes drawn with their log-odds moved by %d give that shift back',
  (shift) => {
    const random = seededRandom(19);
    const drawn = Array.from({ length: 6_000 }, () => {
      const logit = 6 * random() - 3;
      return { logit, kept: random() < 1 / (1 + Math.exp(-(logit + shift))), weight: 1 };
    });
    // The standard error of the shift is about 0.04 here.
    expect(Math.abs(calibrate(drawn) - shift)).toBeLessThan(0.1);
  },
);
test('an outcome of weight 2 counts as the same one twice', () => {
  const many = [...judged(-1, 40, 10), ...judged(1, 5, 15)];
  const heavy = many.map((one, n) => ({ ...one, weight: n < 10 ? 2 : 1 }));
  expect(calibrate(heavy)).toBeCloseTo(calibrate([...many, ...many.slice(0, 10)]));
});
