import { MAX_REASONS, type Reason, type Signal } from '../model/desk/why.ts';

/** What a signal adds to the log-odds, and the evidence for it. */
export interface Contribution {
  signal: Exclude<Signal, 'base' | 'rest'>;
  value: number;
  terms?: string[];
  evidence?: string;
}

/** A score and its reasons, whose points add up to it. */
export interface Points {
  /** 0 to 100 */
  score: number;
  why: Reason[];
}

/** A score, and the points of each contribution. */
export interface Shares {
  /** 0 to 100 */
  score: number;
  /** points of the base */
  base: number;
  /** points of each contribution, in their order: with the base's they add up to `score` */
  shares: number[];
  /** points that one unit of log-odds came to */
  rate: number;
}

/**
 * Shares a score out among its contributions. Log-odds do not add up to points, so each contribution gets points in
 * proportion to its log-odds, of the way from the base's score to the final one; rounded by largest remainder.
 * @param base log-odds of an item about which nothing is known
 */
export function sharesOf(base: number, contributions: readonly Contribution[]): Shares {
  const total = contributions.reduce((sum, { value }) => sum + value, 0);
  const start = percent(base);
  const end = percent(base + total);
  // If the contributions cancel out, the ratio is 0/0, and its limit is the slope of the logistic curve.
  const rate = Math.abs(total) < 1e-6 ? (start * (100 - start)) / 100 : (end - start) / total;
  const exact = [start, ...contributions.map(({ value }) => value * rate)];
  const score = Math.round(end);
  const [baseShare = 0, ...shares] = roundTo(exact, score);
  return { score, base: baseShare, shares, rate };
}

/** A score and its reasons. Reasons of 0 points are left out; if there are too many, the weakest are gathered in one. */
export function toPoints(base: number, contributions: readonly Contribution[]): Points {
  const { score, base: baseShare, shares } = sharesOf(base, contributions);
  const reasons = contributions
    .map(({ signal, terms, evidence }, index) => ({
      signal,
      points: shares[index] ?? 0,
      terms,
      evidence,
    }))
    .filter(({ points }) => points !== 0);
  return { score, why: [{ signal: 'base', points: baseShare }, ...shortened(reasons)] };
}

/** The weightiest reasons, at most `MAX_REASONS` with the base, in their order, and the rest gathered in one. */
function shortened(reasons: readonly Reason[]): Reason[] {
  const most = MAX_REASONS - 1;
  if (reasons.length <= most) return [...reasons];
  const weightiest = new Set(
    reasons.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, most - 1),
  );
  const rest = reasons.filter((reason) => !weightiest.has(reason));
  const points = rest.reduce((sum, reason) => sum + reason.points, 0);
  const shown = reasons.filter((reason) => weightiest.has(reason));
  return points === 0 ? shown : [...shown, { signal: 'rest', points }];
}

function percent(logOdds: number): number {
  return 100 / (1 + Math.exp(-logOdds));
}

/** Rounds numbers to whole ones that add up to `total`, by largest remainder. */
function roundTo(exact: readonly number[], total: number): number[] {
  const whole = exact.map(Math.floor);
  let missing = total - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let turn = 0; missing !== 0; turn += 1) {
    const step = Math.sign(missing);
    const at =
      byRemainder[step > 0 ? turn % exact.length : exact.length - 1 - (turn % exact.length)];
    if (at) whole[at.index] = (whole[at.index] ?? 0) + step;
    missing -= step;
  }
  return whole;
}
