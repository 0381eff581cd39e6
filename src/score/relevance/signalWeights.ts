import type { LogitWeights } from '../../learning/logisticRegression.ts';
import type { Weights } from '../../model/desk/settings.ts';
import type { Signal } from '../../model/desk/why.ts';
import type { AudienceModel } from './audienceModel.ts';
import type { Relevance } from './relevance.ts';
import { SCALE } from './semantic.ts';

/** The weights that a signal was learned as. */
export interface SignalWeights {
  /** added up */
  models: LogitWeights[];
  /** what one of their log-odds is worth in the score's */
  rate: number;
}

/** The weights behind a signal whose words were learned; undefined for a signal that was not learned. */
export function signalWeights(
  signal: Signal,
  { name, semantic }: AudienceModel,
  { shared, own, fade }: Relevance,
  weights: Pick<Weights, 'semantic'>,
): SignalWeights | undefined {
  if (signal === 'learned') {
    const models = [shared, own.get(name)].filter((one) => one !== undefined);
    return { models, rate: 1 };
  }
  if (signal !== 'semantic' || semantic === undefined) return undefined;
  return {
    models: [semantic.weights],
    rate: (weights.semantic * semantic.weight * fade) / SCALE,
  };
}
