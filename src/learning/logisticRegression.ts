import { sparseDenseDot } from '../words/sparseVector.ts';
import { dot, f64At } from '../words/vector.ts';
import { addSquaredRow, type CsrMatrix, scaleColumns } from './csrMatrix.ts';
import { packDesignMatrix } from './designMatrix.ts';
import type { Features } from './features.ts';
import { minimiseLbfgs } from './lbfgs.ts';
import { logisticLoss } from './logisticLoss.ts';

/** A text that was kept or dropped. */
export interface TrainingExample {
  features: Features;
  kept: boolean;
  /** in decisions; 1 is one */
  weight: number;
  /** log-odds that are known without learning */
  offset: number;
}

/** What was learned: a weight in log-odds for every term and every latent dimension. */
export interface LogitWeights {
  bias: number;
  /** by number of term */
  terms: Float64Array;
  /** by latent dimension */
  latent: Float64Array;
}

/** The ridge on every weight, where one decision counts 1. */
export const RIDGE = 0.3;
/** The bias is free to follow the share of what is kept. */
const BIAS_RIDGE = 0.01;
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
  const design = packDesignMatrix(
    examples.map(({ features }) => features),
    size,
  );
  const sampleWeights = Float64Array.from(examples, ({ weight }) => weight);
  const { columnCount } = design;
  const scales = columnScales(design, sampleWeights, ridge);
  const loss = logisticLoss({
    matrix: scaleColumns(design, scales),
    targets: Float64Array.from(examples, ({ kept }) => Number(kept)),
    sampleWeights,
    offsets: Float64Array.from(examples, ({ offset }) => offset),
    ridges: scales.map((by, column) => (column === columnCount ? BIAS_RIDGE : ridge) * by * by),
    biasScale: f64At(scales, columnCount),
  });
  const point = minimiseLbfgs(loss, columnCount + 1, steps);
  const weights = point.map((value, column) => value * f64At(scales, column));
  return { bias: f64At(weights, columnCount), ...design.unpackWeights(weights) };
}

/**
 * By column, the bias last: a diagonal preconditioner. In these units the curvature of the loss is about the same along
 * every column, so that the minimum is found in few steps; where it lies does not change.
 */
function columnScales(matrix: CsrMatrix, sampleWeights: Float64Array, ridge: number): Float64Array {
  const { columnCount } = matrix;
  const curvature = new Float64Array(columnCount + 1).fill(ridge);
  curvature[columnCount] = BIAS_RIDGE;
  for (let row = 0; row < sampleWeights.length; row += 1) {
    // The second derivative of the log loss is greatest at a prediction of one half.
    const most = f64At(sampleWeights, row) / 4;
    addSquaredRow(most, matrix, row, curvature);
    curvature[columnCount] = f64At(curvature, columnCount) + most;
  }
  return curvature.map((value) => 1 / Math.sqrt(value));
}

/** How far weights move a text, in log-odds, the bias left out. */
export function logitShift(weights: LogitWeights, { terms, latent }: Features): number {
  return dot(weights.latent, latent, sparseDenseDot(terms, weights.terms));
}
