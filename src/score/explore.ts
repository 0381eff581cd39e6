import { hash } from 'node:crypto';
import type { Desk } from '../model/desk/desk.ts';
import type { Scored } from './scored.ts';

export interface ExploreOptions {
  /** whether an item was left out for its score alone, and a place is open for it */
  isOpen: (one: Scored) => boolean;
  /** the number of decisions on a source's items */
  decided: (source: string) => number;
}

/** An item needs this share of the threshold to be explored: below it, everybody would drop it. */
const LOWEST = 0.4;

/**
 * Chooses items from under the threshold to propose for exploration: without them the score would learn only about what it
 * rates high already. Over all runs, they are the share of proposals that the settings ask for. Items of sources with the
 * fewest decisions come first; if sources have equally many, the hashes of ids decide, which are as good as random and the
 * same in every run over the same items.
 * @param regular the number of places that this run fills by score
 */
export function explore(
  scored: readonly Scored[],
  regular: number,
  { settings, ledger }: Pick<Desk, 'settings' | 'ledger'>,
  { isOpen, decided }: ExploreOptions,
): Scored[] {
  const before = new Set(
    ledger.items.filter(({ event }) => event === 'proposed').map(({ id }) => id),
  ).size;
  const share = settings.exploration;
  const slots = Math.floor((before + regular) * share) - Math.floor(before * share);
  if (slots === 0) return [];
  return scored
    .filter(
      (one) => one.veto === undefined && one.score >= LOWEST * settings.threshold && isOpen(one),
    )
    .map((one) => ({
      one,
      decided: decided(one.item.source),
      chance: hash('sha256', `${before} ${one.item.id}`),
    }))
    .sort((a, b) => a.decided - b.decided || (a.chance < b.chance ? -1 : 1))
    .slice(0, slots)
    .map(({ one }) => one);
}
