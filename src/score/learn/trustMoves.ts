import type { Desk } from '../../model/desk/desk.ts';
import type { LedgerLine } from '../../model/desk/ledger.ts';
import { trustBySource } from '../trust.ts';

/** What the team made of a source's proposals, and what that gives an item of it. */
export interface Standing {
  kept: number;
  decided: number;
  /** by which an item that stands at the desk's threshold is raised or lowered for its source */
  points: number;
}

export interface TrustMove {
  source: string;
  now: Standing;
  before: Standing;
}

/** Days over which a source is compared with itself. */
export const DAYS_BACK = 30;

/**
 * What each source that was decided on stands for now, and stood for some days before the last decision; those that moved
 * most come first. Points are told at the desk's threshold, where they decide what is proposed; nearer to 0 and to 100 the
 * same trust moves an item less.
 */
export function trustMoves({ ledger, settings }: Pick<Desk, 'ledger' | 'settings'>): TrustMove[] {
  const decided = ledger.filter(({ event }) => event === 'keep' || event === 'drop');
  const last = Math.max(...decided.map(({ at }) => Date.parse(at)));
  const cut = last - DAYS_BACK * 86_400_000;
  const standing = (lines: readonly LedgerLine[]) => {
    const trust = trustBySource(lines);
    return (source: string): Standing => {
      const { kept, decided, advantage } = trust(source);
      const moved = settings.weights.trust * advantage;
      return { kept, decided, points: pointsAt(settings.threshold, moved) };
    };
  };
  const now = standing(ledger);
  const before = standing(ledger.filter(({ at }) => Date.parse(at) <= cut));
  return [...new Set(decided.map(({ source }) => source))]
    .map((source) => ({ source, now: now(source), before: before(source) }))
    .filter((move) => move.now.decided > 0)
    .sort(
      (a, b) => by(b) - by(a) || b.now.decided - a.now.decided || (a.source < b.source ? -1 : 1),
    );
}

/** Whether a source stands otherwise than it did: a single point comes and goes with what is decided of others. */
export function hasMoved(move: TrustMove): boolean {
  return by(move) >= 2;
}

function by({ now, before }: TrustMove): number {
  return Math.abs(now.points - before.points);
}

/** How many points a score moves by some log-odds. */
function pointsAt(score: number, logOdds: number): number {
  const share = Math.min(0.99, Math.max(0.01, score / 100));
  const start = Math.log(share / (1 - share));
  return Math.round(100 / (1 + Math.exp(-(start + logOdds))) - 100 * share);
}
