import type { Learned } from '../../learning/learn.ts';
import type { Weights } from '../../model/desk/settings.ts';
import type { Signal } from '../../model/desk/why.ts';
import type { Relevance } from './relevance.ts';
import { SCALE } from './semantic.ts';
import type { Wanted } from './wanted.ts';

/** What a signal was learned from, and what one of its log-odds is worth in the score's. */
export interface Behind {
  learned: Learned[];
  rate: number;
}

/** What stands behind a signal whose words were learned; undefined for a signal that was not. */
export function learnedBehind(
  signal: Signal,
  { name, semantic }: Wanted,
  { shared, own, fade }: Relevance,
  weights: Pick<Weights, 'semantic'>,
): Behind | undefined {
  if (signal === 'learned') {
    const learned = [shared, own.get(name)].filter((one) => one !== undefined);
    return { learned, rate: 1 };
  }
  if (signal !== 'semantic' || semantic === undefined) return undefined;
  return {
    learned: [semantic.learned],
    rate: (weights.semantic * semantic.weight * fade) / SCALE,
  };
}
