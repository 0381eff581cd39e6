import { describe, expect, test } from 'vitest';
import { at } from '../words/vector.ts';
import { minimiseLbfgs, type Objective } from './lbfgs.ts';

/** ½ Σ curvature · (x − centre)², with curvatures from 1 to 1,000. */
const CENTRE = Array.from({ length: 20 }, (_, n) => Math.sin(n) * (n + 1));
const quadratic: Objective = (point, gradient) =>
  CENTRE.reduce((sum, centre, n) => {
    const curvature = 1000 ** (n / 19);
    const away = at(point, n) - centre;
    gradient[n] = curvature * away;
    return sum + 0.5 * curvature * away ** 2;
  }, 0);

/** @see https://en.wikipedia.org/wiki/Rosenbrock_function */
const rosenbrock: Objective = (point, gradient) => {
  const [x, y] = [at(point, 0), at(point, 1)];
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x ** 2);
  gradient[1] = 200 * (y - x ** 2);
  return (1 - x) ** 2 + 100 * (y - x ** 2) ** 2;
};

describe('the minimum', () => {
  test('of a quadratic is its centre', () => {
    const point = minimiseLbfgs(quadratic, CENTRE.length, 200);
    for (const [n, centre] of CENTRE.entries()) expect(at(point, n)).toBeCloseTo(centre, 2);
  });
  test('of Rosenbrock’s valley is at (1, 1)', () => {
    const point = minimiseLbfgs(rosenbrock, 2, 60);
    expect(at(point, 0)).toBeCloseTo(1, 2);
    expect(at(point, 1)).toBeCloseTo(1, 2);
  });
});

test('curvature pairs pay: 25 steps down Rosenbrock’s valley reach what steepest descent does not', () => {
  const [x = 0, y = 0] = minimiseLbfgs(rosenbrock, 2, 25);
  expect((1 - x) ** 2 + 100 * (y - x ** 2) ** 2).toBeLessThan(1e-4);
});

test('more steps never lead up', () => {
  const values = Array.from({ length: 30 }, (_, most) =>
    rosenbrock(minimiseLbfgs(rosenbrock, 2, most), new Float64Array(2)),
  );
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

test('no step at all stays at the origin', () => {
  expect([...minimiseLbfgs(rosenbrock, 2, 0)]).toEqual([0, 0]);
});
