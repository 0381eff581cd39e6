/** A prediction and what came of it. */
export interface JudgedPrediction {
  /** log-odds of being kept, as predicted before the decision was learned from */
  logit: number;
  kept: boolean;
  /** in decisions */
  weight: number;
}

/** Fewer judged predictions say too little about how sure a model may be. */
const FEWEST = 40;
/** The ridge on the shift, where one decision counts 1. */
const RIDGE = 0.5;
const STEPS = 30;
/** Newton's step is held to this: where every prediction is sure, the curve is flat and a whole step leads astray. */
const LONGEST_STEP = 2;

/**
 * Log-odds to add to every prediction, so that as many are kept as the predictions say: Platt scaling with its slope
 * held at 1. A slope would bring the log-odds of two texts closer or further apart, so that a decision in favour of a
 * word could set back a text that has it.
 * @returns 0 where fewer than 40 predictions were judged
 * @see https://en.wikipedia.org/wiki/Platt_scaling
 */
export function calibrate(judged: readonly JudgedPrediction[]): number {
  if (judged.length < FEWEST) return 0;
  let shift = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let gradient = RIDGE * shift;
    let curvature = RIDGE;
    for (const { logit, kept, weight } of judged) {
      const probability = 1 / (1 + Math.exp(-(logit + shift)));
      gradient += weight * (probability - (kept ? 1 : 0));
      curvature += weight * probability * (1 - probability);
    }
    const move = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, gradient / curvature));
    shift -= move;
    if (Math.abs(move) < 1e-9) break;
  }
  return shift;
}
