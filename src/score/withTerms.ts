import type { Features } from '../learning/features.ts';
import { textOf } from '../model/run/scoredText.ts';
import { asWritten } from '../words/asWritten.ts';
import { type Doc, toDoc } from '../words/corpus.ts';
import { isWeak } from '../words/weakWords.ts';
import { type Contribution, toPoints } from './points.ts';
import type { AudienceModel } from './relevance/audienceModel.ts';
import { signalWeights } from './relevance/signalWeights.ts';
import { wordAttributions } from './relevance/wordAttributions.ts';
import type { Scored } from './scored.ts';
import type { ScoringContext } from './scoringContext.ts';

const TERMS_SHOWN = 4;

/**
 * Adds to the reasons of a score the words of the item behind them: those that weigh most in what was learned, and those
 * of the profile as the text spells them. It takes longer than the score itself.
 */
export function withTerms<S extends Scored>(scored: S, context: ScoringContext): S {
  const { item, audience, base, contributions } = scored;
  const model = context.audienceModels.find(({ name }) => name === audience);
  if (model === undefined) return scored;
  const doc = context.docs.get(item.id) ?? toDoc(item);
  const text = `${item.title}\n${textOf(item)}`;
  const features = context.space.featuresOf(doc);
  const worded = withLearnedTerms(contributions, doc, features, model, context).map((one) =>
    one.signal === 'profile'
      ? { ...one, terms: one.terms?.map((term) => asWritten(term, text)) ?? [] }
      : one,
  );
  return { ...scored, why: toPoints(base, worded).why, contributions: worded };
}

/** Adds to each learned contribution the words that weigh most in it, of those that have its sign. */
function withLearnedTerms(
  contributions: readonly Contribution[],
  doc: Doc,
  features: Features,
  model: AudienceModel,
  { relevance, space, desk }: ScoringContext,
): Contribution[] {
  return contributions.map((one) => {
    const learned = signalWeights(one.signal, model, relevance, desk.settings.weights);
    if (learned === undefined) return one;
    const terms = wordAttributions(learned.models, doc, features, space)
      .filter(({ value }) => Math.sign(value) === Math.sign(one.value))
      // `one` and `after` have their weight as well, and mean nothing to a reader.
      .filter(({ surface }) => !isWeak(surface.toLowerCase(), doc.language, false))
      .slice(0, TERMS_SHOWN)
      .map(({ surface }) => surface.toLowerCase());
    return terms.length > 0 ? { ...one, terms } : one;
  });
}
