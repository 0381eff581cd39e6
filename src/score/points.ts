import { MAX_REASONS, type Reason, type Signal } from '../model/desk/why.ts';

/** What a signal adds to the log-odds, and what it shows for it. */
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

/** A score, and what each contribution has in it. */
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
 * Shares a score out among what made it. Log-odds do not add up to points, so each contribution gets its part of the
 * way from the base's score to the final one; whole points by largest remainder.
 * @param base log-odds of an item of which nothing is known
 */
export function sharesOf(base: number, contributions: readonly Contribution[]): Shares {
  const total = contributions.reduce((sum, { value }) => sum + value, 0);
  const start = percent(base);
  const end = percent(base + total);
  // Where the contributions cancel out, the slope of the curve stands in for the ratio that has no value there.
  const rate = Math.abs(total) < 1e-6 ? (start * (100 - start)) / 100 : (end - start) / total;
  const exact = [start, ...contributions.map(({ value }) => value * rate)];
  const score = Math.round(end);
  const [baseShare = 0, ...shares] = roundTo(exact, score);
  return { score, base: baseShare, shares, rate };
}

/** A score and the reasons for it, those worth nothing left out, the weakest of many gathered in one. */
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

/** As many of the weightiest reasons as there is room for, in their order, and the rest in one. */
function shortened(reasons: readonly Reason[]): Reason[] {
  const room = MAX_REASONS - 1;
  if (reasons.length <= room) return [...reasons];
  const weightiest = new Set(
    reasons.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, room - 1),
  );
  const rest = reasons.filter((reason) => !weightiest.has(reason));
  const points = rest.reduce((sum, reason) => sum + reason.points, 0);
  const shown = reasons.filter((reason) => weightiest.has(reason));
  return points === 0 ? shown : [...shown, { signal: 'rest', points }];
}

function percent(logOdds: number): number {
  return 100 / (1 + Math.exp(-logOdds));
}

/** Whole numbers as near to the given ones as lets them add up to `total`. */
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
