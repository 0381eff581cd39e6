import { dot } from './dot.ts';
/** The value of a function at a point; its slope there is written into `gradient`, whatever that held. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

const MEMORY = 6;

/**
 * The lowest point of a smooth convex function, from the origin, by L-BFGS: the same function gives the same point.
 * Its vectors are made once: with tens of thousands of places, fresh memory for each step takes longer than the sums.
 * @param most steps; with fewer than it takes, a point on the way there
 * @see https://doi.org/10.1007/BF01589116 Liu and Nocedal
 */
export function minimiseLbfgs(objective: Objective, size: number, most: number): Float64Array {
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let next = new Float64Array(size);
  let nextGradient = new Float64Array(size);
  const direction = new Float64Array(size);
  let value = objective(at, gradient);
  const pairs: Pair[] = [];
  for (let turn = 0; turn < most; turn += 1) {
    const steepness = Math.sqrt(dot(gradient, gradient));
    if (steepness < 1e-3) break;
    descend(direction, gradient, pairs);
    const slope = dot(direction, gradient);
    let length = turn === 0 ? 1 / Math.max(1, steepness) : 1;
    let nextValue = value;
    for (let tries = 0; tries < 20; tries += 1) {
      for (let i = 0; i < size; i += 1)
        next[i] = (at[i] as number) + length * (direction[i] as number);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) break;
      length /= 2;
    }
    const pair = pairs.length < MEMORY ? newPair(size) : (pairs.shift() as Pair);
    const { step, change } = pair;
    let curvature = 0;
    for (let i = 0; i < size; i += 1) {
      const moved = (next[i] as number) - (at[i] as number);
      const bent = (nextGradient[i] as number) - (gradient[i] as number);
      step[i] = moved;
      change[i] = bent;
      curvature += moved * bent;
    }
    pair.rho = 1 / curvature;
    if (curvature > 1e-12) pairs.push(pair);
    const gained = value - nextValue;
    value = nextValue;
    [at, next] = [next, at];
    [gradient, nextGradient] = [nextGradient, gradient];
    if (gained < 1e-7 * Math.abs(value)) break;
  }
  return at;
}

/** A step that was taken, and how the slope changed on the way. */
interface Pair {
  step: Float64Array;
  change: Float64Array;
  rho: number;
}

function newPair(size: number): Pair {
  return { step: new Float64Array(size), change: new Float64Array(size), rho: 0 };
}

/** Where to go from here: written into `direction`. Loops stand written out here: as calls they take several times as long. */
function descend(direction: Float64Array, gradient: Float64Array, pairs: readonly Pair[]): void {
  const size = direction.length;
  for (let i = 0; i < size; i += 1) direction[i] = -(gradient[i] as number);
  const shares = new Float64Array(pairs.length);
  for (let p = pairs.length - 1; p >= 0; p -= 1) {
    const { step, change, rho } = pairs[p] as Pair;
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum += (step[i] as number) * (direction[i] as number);
    const share = rho * sum;
    shares[p] = share;
    for (let i = 0; i < size; i += 1)
      direction[i] = (direction[i] as number) - share * (change[i] as number);
  }
  const last = pairs.at(-1);
  const factor = last ? 1 / (last.rho * dot(last.change, last.change)) : 1;
  for (let i = 0; i < size; i += 1) direction[i] = (direction[i] as number) * factor;
  for (let p = 0; p < pairs.length; p += 1) {
    const { step, change, rho } = pairs[p] as Pair;
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum += (change[i] as number) * (direction[i] as number);
    const share = (shares[p] as number) - rho * sum;
    for (let i = 0; i < size; i += 1)
      direction[i] = (direction[i] as number) + share * (step[i] as number);
  }
}
