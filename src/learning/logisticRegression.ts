import { type DesignMatrix, packDesignMatrix } from './designMatrix.ts';
import type { Features } from './features.ts';
import { minimiseLbfgs } from './lbfgs.ts';
import { LATENT_DIMENSIONS } from './lsa.ts';

/** A text that was kept or dropped. */
export interface TrainingExample {
  features: Features;
  kept: boolean;
  /** in decisions; 1 is one */
  weight: number;
  /** log-odds that are known without learning */
  offset: number;
}

/** What was learned: a weight in log-odds for every term and every direction of meaning. */
export interface LogitWeights {
  bias: number;
  /** by number of term */
  terms: Float64Array;
  /** by direction */
  latent: Float64Array;
}

/** How hard a weight is to move: a ridge of this much against the pull of one decision. */
export const RIDGE = 0.3;
/** The bias is free to follow the share of what is kept. */
const FREE = 0.01;
/** Steps towards the best weights; more would move what is predicted by less than a hundredth of a point of AUC. */
const STEPS = 25;

/**
 * Logistic regression with fixed offsets and a ridge. The same examples in the same order give the same weights. No
 * example counts for more because there are few of its kind: then each decision would take from what the others say, and
 * one in favour of a word could set a text that has it back.
 * @param size every number of a term is below this
 */
export function fitLogisticRegression(
  examples: readonly TrainingExample[],
  size: number,
  { ridge = RIDGE, steps = STEPS }: { ridge?: number; steps?: number } = {},
): LogitWeights {
  const rows = packDesignMatrix(
    examples.map(({ features }) => features),
    size,
  );
  const heard = Float64Array.from(examples, ({ weight }) => weight);
  const scale = scaleOf(rows, heard, ridge);
  const { rowStarts: starts, columnIndices: slots, columnCount: columns } = rows;
  const values = rows.values.map((value, at) => value * (scale[slots[at] as number] as number));
  const costs = scale.map((by, slot) => (slot === columns ? FREE : ridge) * by * by);
  const offsets = Float64Array.from(examples, ({ offset }) => offset);
  const kept = Uint8Array.from(examples, (example) => Number(example.kept));
  const biasScale = scale[columns] as number;

  const theta = minimiseLbfgs(
    (at, gradient) => {
      let loss = 0;
      for (let slot = 0; slot <= columns; slot += 1) {
        const pull = (costs[slot] as number) * (at[slot] as number);
        loss += 0.5 * pull * (at[slot] as number);
        gradient[slot] = pull;
      }
      const bias = biasScale * (at[columns] as number);
      let biasPull = 0;
      for (let row = 0; row < kept.length; row += 1) {
        const end = starts[row + 1] as number;
        let z = (offsets[row] as number) + bias;
        for (let i = starts[row] as number; i < end; i += 1)
          z += (at[slots[i] as number] as number) * (values[i] as number);
        const target = kept[row] as number;
        const weight = heard[row] as number;
        loss += weight * softplus(target === 1 ? -z : z);
        const pull = weight * (1 / (1 + Math.exp(-z)) - target);
        biasPull += pull;
        for (let i = starts[row] as number; i < end; i += 1) {
          const slot = slots[i] as number;
          gradient[slot] = (gradient[slot] as number) + pull * (values[i] as number);
        }
      }
      gradient[columns] = (gradient[columns] as number) + biasScale * biasPull;
      return loss;
    },
    columns + 1,
    steps,
  );

  const weights = theta.map((value, slot) => value * (scale[slot] as number));
  return { bias: weights[columns] as number, ...rows.unpackWeights(weights) };
}

/**
 * By column, the bias last: units in which the loss bends about as much along each, so that the lowest point is found in
 * few steps. They change the way there and not the point.
 */
function scaleOf(
  { rowStarts: starts, columnIndices: slots, values, columnCount: columns }: DesignMatrix,
  heard: Float64Array,
  ridge: number,
): Float64Array {
  const bend = new Float64Array(columns + 1).fill(ridge);
  bend[columns] = FREE;
  for (let row = 0; row < heard.length; row += 1) {
    // A prediction of one half bends most.
    const most = (heard[row] as number) / 4;
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i += 1) {
      const slot = slots[i] as number;
      bend[slot] = (bend[slot] as number) + most * (values[i] as number) ** 2;
    }
    bend[columns] = (bend[columns] as number) + most;
  }
  return bend.map((value) => 1 / Math.sqrt(value));
}

/** How far a text moves by what was learned, in log-odds, bias left out. */
export function logitShift(
  { terms: weights, latent: latentWeights }: LogitWeights,
  { terms, latent }: Features,
): number {
  let sum = 0;
  for (let at = 0; at < terms.ids.length; at += 1)
    sum += (weights[terms.ids[at] as number] as number) * (terms.values[at] as number);
  for (let d = 0; d < LATENT_DIMENSIONS; d += 1)
    sum += (latentWeights[d] as number) * (latent[d] as number);
  return sum;
}

/** log(1 + e^z), where e^z would be too large as well. */
function softplus(z: number): number {
  return z > 30 ? z : Math.log1p(Math.exp(z));
}
