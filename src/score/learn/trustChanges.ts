import type { Desk } from '../../model/desk/desk.ts';
import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { trustBySource } from '../trust.ts';

/** What the team made of a source's proposals, and what that gives an item of it. */
export interface TrustRecord {
  kept: number;
  decided: number;
  /** by which an item that stands at the desk's threshold is raised or lowered for its source */
  points: number;
}

export interface TrustChange {
  source: string;
  now: TrustRecord;
  before: TrustRecord;
}

/** Days over which a source is compared with itself. */
export const DAYS_BACK = 30;

/**
 * The trust in each source that was decided on: now, and some days before the last decision; the greatest change first.
 * Points are those at the desk's threshold, where they decide what is proposed; nearer to 0 and to 100 the same trust
 * moves an item less.
 */
export function trustChanges({
  ledger: { items },
  settings,
}: Pick<Desk, 'ledger' | 'settings'>): TrustChange[] {
  const decided = items.filter(({ event }) => event === 'keep' || event === 'drop');
  const last = Math.max(...decided.map(({ at }) => Date.parse(at)));
  const cut = last - DAYS_BACK * 86_400_000;
  const recordAt = (lines: readonly ItemLine[]) => {
    const trust = trustBySource(lines);
    return (source: string): TrustRecord => {
      const { kept, decided, advantage } = trust(source);
      const moved = settings.weights.trust * advantage;
      return { kept, decided, points: pointsAt(settings.threshold, moved) };
    };
  };
  const now = recordAt(items);
  const before = recordAt(items.filter(({ at }) => Date.parse(at) <= cut));
  return [...new Set(decided.map(({ source }) => source))]
    .map((source) => ({ source, now: now(source), before: before(source) }))
    .filter((change) => change.now.decided > 0)
    .sort(
      (a, b) =>
        sizeOf(b) - sizeOf(a) || b.now.decided - a.now.decided || (a.source < b.source ? -1 : 1),
    );
}

/** Whether the trust in a source changed: a single point comes and goes with what is decided of others. */
export function hasChanged(change: TrustChange): boolean {
  return sizeOf(change) >= 2;
}

function sizeOf({ now, before }: TrustChange): number {
  return Math.abs(now.points - before.points);
}

/** How many points a score moves by some log-odds. */
function pointsAt(score: number, logOdds: number): number {
  const share = Math.min(0.99, Math.max(0.01, score / 100));
  const start = Math.log(share / (1 - share));
  return Math.round(100 / (1 + Math.exp(-(start + logOdds))) - 100 * share);
}
