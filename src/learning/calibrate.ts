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
/** How hard the shift is to move, against the pull of one decision. */
const RIDGE = 0.5;
const STEPS = 30;

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
    let pull = RIDGE * shift;
    let bend = RIDGE;
    for (const { logit, kept, weight } of judged) {
      const share = 1 / (1 + Math.exp(-(logit + shift)));
      pull += weight * (share - (kept ? 1 : 0));
      bend += weight * share * (1 - share);
    }
    // Newton's step, held short: where every prediction is sure, the curve is flat and a whole one leads astray.
    const move = Math.max(-2, Math.min(2, pull / bend));
    shift -= move;
    if (Math.abs(move) < 1e-9) break;
  }
  return shift;
}
