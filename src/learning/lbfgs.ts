import { axpy, dot, f64At, norm, scale } from '../words/vector.ts';

/** The value of a function at a point; its gradient there is written into `gradient`, whatever that held. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Curvature pairs that are remembered. */
const HISTORY = 6;
/** Norm of a gradient, and gain relative to the value, under which the minimum is as good as found. */
const FLAT = 1e-3;
const LEAST_GAIN = 1e-7;
/** Share of the gain that the slope promises that a step must bring (Armijo's condition). */
const SUFFICIENT_DECREASE = 1e-4;
const MOST_HALVINGS = 20;
/** Curvature under which a pair says nothing that can be divided by. */
const LEAST_CURVATURE = 1e-12;

/**
 * The minimum of a smooth convex function, from the origin, by L-BFGS: the same function gives the same point. Its
 * vectors are made once: with tens of thousands of places, fresh memory for each step takes longer than the sums.
 * @param most steps; with fewer than it takes, a point on the way there
 * @see https://doi.org/10.1007/BF01589116 Liu and Nocedal
 */
export function minimiseLbfgs(objective: Objective, size: number, most: number): Float64Array {
  let here = newPoint(size);
  let next = newPoint(size);
  const direction = new Float64Array(size);
  const history: CurvaturePair[] = [];
  here.value = objective(here.at, here.gradient);
  for (let step = 0; step < most; step += 1) {
    const steepness = norm(here.gradient);
    if (steepness < FLAT) break;
    descentDirection(here.gradient, history, direction);
    const length = step === 0 ? 1 / Math.max(1, steepness) : 1;
    searchLine(objective, here, { direction, length }, next);
    addCurvaturePair(here, next, history);
    const gain = here.value - next.value;
    [here, next] = [next, here];
    if (gain < LEAST_GAIN * Math.abs(here.value)) break;
  }
  return here.at;
}

interface Point {
  at: Float64Array;
  gradient: Float64Array;
  value: number;
}

function newPoint(size: number): Point {
  return { at: new Float64Array(size), gradient: new Float64Array(size), value: 0 };
}

/** Backtracking: halves the step until it brings enough. The point that it leads to is written into `next`. */
function searchLine(
  objective: Objective,
  { at, gradient, value }: Point,
  { direction, length }: { direction: Float64Array; length: number },
  next: Point,
): void {
  const slope = dot(direction, gradient);
  let factor = length;
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings += 1) {
    next.at.set(at);
    axpy(factor, direction, next.at);
    next.value = objective(next.at, next.gradient);
    if (next.value <= value + SUFFICIENT_DECREASE * factor * slope) break;
    factor /= 2;
  }
}

/** A step that was taken, and how the gradient changed on the way: `s` and `y` of the literature. */
interface CurvaturePair {
  s: Float64Array;
  y: Float64Array;
  /** 1 / (s · y) */
  rho: number;
}

/** Remembers the last step as a pair, in the memory of the oldest if there are enough. */
function addCurvaturePair(here: Point, next: Point, history: CurvaturePair[]): void {
  const size = here.at.length;
  const oldest = history.length < HISTORY ? undefined : history.shift();
  const pair = oldest ?? { s: new Float64Array(size), y: new Float64Array(size), rho: 0 };
  subtract(next.at, here.at, pair.s);
  subtract(next.gradient, here.gradient, pair.y);
  const curvature = dot(pair.s, pair.y);
  pair.rho = 1 / curvature;
  if (curvature > LEAST_CURVATURE) history.push(pair);
}

/** result = a − b. */
function subtract(a: Float64Array, b: Float64Array, result: Float64Array): void {
  for (let n = 0; n < result.length; n += 1) result[n] = f64At(a, n) - f64At(b, n);
}

/**
 * The two-loop recursion: minus the gradient times an estimate of the inverse Hessian, written into `direction`.
 * @see https://en.wikipedia.org/wiki/Limited-memory_BFGS#Algorithm
 */
function descentDirection(
  gradient: Float64Array,
  history: readonly CurvaturePair[],
  direction: Float64Array,
): void {
  direction.set(gradient);
  scale(-1, direction);
  const alphas: number[] = [];
  for (const { s, y, rho } of history.toReversed()) {
    const alpha = rho * dot(s, direction);
    alphas.push(alpha);
    axpy(-alpha, y, direction);
  }
  const last = history.at(-1);
  scale(last ? 1 / (last.rho * dot(last.y, last.y)) : 1, direction);
  for (const { s, y, rho } of history) {
    const alpha = alphas.pop() ?? 0;
    axpy(alpha - rho * dot(y, direction), s, direction);
  }
}
