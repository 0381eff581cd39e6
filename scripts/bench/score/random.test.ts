import { expect, test } from 'vitest';
import { oneOf, randomOf, shuffled } from './random.ts';

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

test('a shuffle keeps everything and leaves its list alone', () => {
  const list = [...ten];
  expect(shuffled(list, randomOf('a', 1)).sort()).toEqual(ten);
  expect(list).toEqual(ten);
});

test('the same words and seed give the same order, others another', () => {
  const order = (...parts: (string | number)[]) => shuffled(ten, randomOf(...parts)).join('');
  expect(order('sport', 1)).toBe(order('sport', 1));
  expect(order('sport', 1)).not.toBe(order('sport', 2));
  expect(order('sport', 1)).not.toBe(order('health', 1));
});

test('every order of three turns up about as often', () => {
  const random = randomOf('fair', 7);
  const times = new Map<string, number>();
  for (let n = 0; n < 6000; n += 1) {
    const order = shuffled(['a', 'b', 'c'], random).join('');
    times.set(order, (times.get(order) ?? 0) + 1);
  }
  expect(times.size).toBe(6);
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('nothing cannot be chosen from', () => {
  expect(() => oneOf([], randomOf(1))).toThrow(RangeError);
});
