/**
 * The chance that a positive is scored above a negative, ties counting half (area under the ROC curve);
 * NaN where one of the two is missing.
 * @param positive as long as `scores`
 * @see https://doi.org/10.1016/j.patrec.2005.10.010 Fawcett, section 7
 */
export function auc(scores: readonly number[], positive: readonly boolean[]): number {
  const order = inOrder(scores, (a, b) => a - b);
  let ranks = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    const to = endOfTie(scores, order, from);
    // Ranks begin at 1; all of a tie have the middle of theirs.
    const rank = (from + 1 + to) / 2;
    for (const at of order.slice(from, to)) {
      if (!positive[at]) continue;
      ranks += rank;
      positives += 1;
    }
    from = to;
  }
  const negatives = order.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * How many of the first `k` are positive; of those tied for the last places, as many as chance would take.
 * @param k as many as there are, if there are fewer
 */
export function hitsAt(k: number, scores: readonly number[], positive: readonly boolean[]): number {
  const order = inOrder(scores, (a, b) => b - a);
  let hits = 0;
  for (let from = 0; from < Math.min(k, order.length); ) {
    const to = endOfTie(scores, order, from);
    const tied = order.slice(from, to).filter((at) => positive[at]).length;
    hits += tied * Math.min(1, (k - from) / (to - from));
    from = to;
  }
  return hits;
}

/** Share of the first `k` that is positive, out of as many as could be; NaN where there is no positive. */
export function precisionAt(
  k: number,
  scores: readonly number[],
  positive: readonly boolean[],
): number {
  return hitsAt(k, scores, positive) / Math.min(k, positive.filter(Boolean).length);
}

/**
 * Expected calibration error: how far forecasts are from what came of them, in bins of equal width, weighted by size.
 * @param chances 0 to 1
 * @see https://doi.org/10.1609/aaai.v29i1.9602 Naeini, Cooper and Hauskrecht
 */
export function calibrationError(
  chances: readonly number[],
  positive: readonly boolean[],
  bins = 10,
): number {
  const sums = Array.from({ length: bins }, () => ({ chance: 0, positives: 0 }));
  for (const [at, chance] of chances.entries()) {
    const bin = sums[Math.min(bins - 1, Math.floor(chance * bins))];
    if (bin === undefined || chance > 1) throw new RangeError(`a chance is 0 to 1, not ${chance}`);
    bin.chance += chance;
    if (positive[at]) bin.positives += 1;
  }
  const gaps = sums.map(({ chance, positives }) => Math.abs(chance - positives));
  return gaps.reduce((sum, gap) => sum + gap, 0) / chances.length;
}

/** Of what was found, the share that is right, and of what is right, the share that was found. */
export function precisionRecall({
  found,
  right,
  wanted,
}: {
  found: number;
  right: number;
  wanted: number;
}): { precision: number; recall: number; f1: number } {
  const [precision, recall] = [right / found, right / wanted];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function inOrder(scores: readonly number[], compare: (a: number, b: number) => number): number[] {
  return [...scores.keys()].sort((a, b) => compare(scores[a] ?? 0, scores[b] ?? 0));
}

/** Where the tie ends that begins at a place of the order. */
function endOfTie(scores: readonly number[], order: readonly number[], from: number): number {
  let to = from + 1;
  while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
  return to;
}
