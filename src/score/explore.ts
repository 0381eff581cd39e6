import { hash } from 'node:crypto';
import type { Desk } from '../model/desk/desk.ts';
import type { Scored } from './score.ts';

export interface ExploreOptions {
  /** whether an item was left out for its score alone, and could have a place */
  isOpen: (one: Scored) => boolean;
  /** decisions that there are on a source's items */
  decided: (source: string) => number;
}

/** Share of the threshold under which an item is no place to learn anything. */
const LOWEST = 0.4;

/**
 * Items from under the threshold that are proposed to learn from: without them a desk would only ever be asked about
 * what it likes already. Their number keeps the share of all proposals that the settings ask for, over all runs. Sources
 * on which least was decided come first; among equals the ids' hashes decide, which are as good as chance and the same
 * in every run over the same items.
 * @param regular places that this run fills by score
 */
export function explore(
  scored: readonly Scored[],
  regular: number,
  { settings, ledger }: Pick<Desk, 'settings' | 'ledger'>,
  { isOpen, decided }: ExploreOptions,
): Scored[] {
  const before = new Set(ledger.filter(({ event }) => event === 'proposed').map(({ id }) => id))
    .size;
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
