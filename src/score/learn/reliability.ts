/** Predictions of about one confidence, and what came of them. */
export interface Bin {
  /** shares of 1 that the bin lies between */
  from: number;
  to: number;
  items: number;
  /** mean of what was predicted */
  predicted: number;
  /** share that was kept */
  kept: number;
}

export interface Reliability {
  bins: Bin[];
  /** expected calibration error, 0 to 1: how far apart the two are, on average over the items */
  error: number;
  /** the error that predictions which are right would have by chance, with so many items in each bin */
  chance: number;
}

const BINS = 5;

/**
 * Whether what was called likely came about as often as it was said to.
 * @see https://doi.org/10.1609/aaai.v29i1.9602 Naeini, Cooper and Hauskrecht, section 2
 */
export function reliability(judged: readonly { predicted: number; kept: boolean }[]): Reliability {
  const bins = Array.from({ length: BINS }, (_, bin): Bin => {
    const own = judged.filter(
      ({ predicted }) => Math.min(BINS - 1, Math.floor(predicted * BINS)) === bin,
    );
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      items: own.length,
      predicted: mean(own.map((one) => one.predicted)),
      kept: mean(own.map((one) => Number(one.kept))),
    };
  });
  const gap = bins.reduce((sum, bin) => sum + bin.items * Math.abs(bin.predicted - bin.kept), 0);
  // The mean distance of a normal variable from its middle.
  const odds = bins.reduce(
    (sum, { items, predicted }) =>
      sum + Math.sqrt((2 / Math.PI) * items * predicted * (1 - predicted)),
    0,
  );
  const count = Math.max(1, judged.length);
  return { bins, error: gap / count, chance: odds / count };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
