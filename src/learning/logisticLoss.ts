import { f64At } from '../words/vector.ts';
import { addRow, type CsrMatrix, rowDot } from './csrMatrix.ts';
import type { Objective } from './lbfgs.ts';

/** What a logistic regression is fitted to. */
export interface LogisticProblem {
  /** one example a row; the bias has no column in it */
  matrix: CsrMatrix;
  /** by row: 1 for a positive example, 0 for a negative one */
  targets: Float64Array;
  /** by row: how many examples it counts for */
  sampleWeights: Float64Array;
  /** by row: log-odds that are known without learning */
  offsets: Float64Array;
  /** by column, the bias last: the ridge on its weight */
  ridges: Float64Array;
  /** what every row holds for the bias */
  biasScale: number;
}

/** The weighted log loss with a ridge, and its gradient; a point has one weight a column, the bias last. */
export function logisticLoss(problem: LogisticProblem): Objective {
  const { matrix, targets, sampleWeights, offsets, ridges, biasScale } = problem;
  const { columnCount } = matrix;
  return (point, gradient) => {
    let loss = ridgePenalty(ridges, point, gradient);
    const bias = biasScale * f64At(point, columnCount);
    let biasGradient = 0;
    for (let row = 0; row < targets.length; row += 1) {
      const logit = rowDot(matrix, row, point, f64At(offsets, row) + bias);
      const target = f64At(targets, row);
      const weight = f64At(sampleWeights, row);
      loss += weight * softplus(target === 1 ? -logit : logit);
      const residual = weight * (1 / (1 + Math.exp(-logit)) - target);
      biasGradient += residual;
      addRow(residual, matrix, row, gradient);
    }
    gradient[columnCount] = f64At(gradient, columnCount) + biasScale * biasGradient;
    return loss;
  };
}

/** ½ Σ ridge · weight²; its gradient is written over what `gradient` held. */
function ridgePenalty(ridges: Float64Array, point: Float64Array, gradient: Float64Array): number {
  let penalty = 0;
  for (let column = 0; column < ridges.length; column += 1) {
    const slope = f64At(ridges, column) * f64At(point, column);
    penalty += 0.5 * slope * f64At(point, column);
    gradient[column] = slope;
  }
  return penalty;
}

/** log(1 + e^z), where e^z would be too large as well. */
function softplus(z: number): number {
  return z > 30 ? z : Math.log1p(Math.exp(z));
}
