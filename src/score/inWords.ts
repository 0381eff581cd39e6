import type { Features } from '../learning/features.ts';
import { asWritten } from '../words/asWritten.ts';
import { type Doc, textOf, toDoc } from '../words/corpus.ts';
import { isWeak } from '../words/weakWords.ts';
import type { Judge } from './judge.ts';
import { type Contribution, toPoints } from './points.ts';
import type { AudienceModel } from './relevance/audienceModel.ts';
import { signalWeights } from './relevance/signalWeights.ts';
import { wordAttributions } from './relevance/wordAttributions.ts';
import type { Scored } from './score.ts';

const TERMS_SHOWN = 4;

/** The reasons with the words behind what was learned. Finding them takes longer than the score. */
export function inWords(
  { item, audience, base, parts }: Scored,
  judge: Judge,
): Pick<Scored, 'why' | 'parts'> {
  const wanted = judge.audienceModels.find(({ name }) => name === audience);
  if (wanted === undefined) return { why: [], parts: [] };
  const doc = judge.docs.get(item.id) ?? toDoc(item);
  const text = `${item.title}\n${textOf(item)}`;
  const worded = withWords(parts, doc, judge.space.featuresOf(doc), wanted, judge).map((part) =>
    part.signal === 'profile'
      ? { ...part, terms: part.terms?.map((term) => asWritten(term, text)) ?? [] }
      : part,
  );
  return { why: toPoints(base, worded).why, parts: worded };
}

/** The parts that were learned, with the words behind them: those that speak the same way as the part. */
function withWords(
  parts: readonly Contribution[],
  doc: Doc,
  features: Features,
  wanted: AudienceModel,
  judge: Judge,
): Contribution[] {
  const { relevance, space, desk } = judge;
  return parts.map((part) => {
    const behind = signalWeights(part.signal, wanted, relevance, desk.settings.weights);
    if (behind === undefined) return part;
    const terms = wordAttributions(behind.models, doc, features, space)
      .filter(({ value }) => Math.sign(value) === Math.sign(part.value))
      // `one` and `after` have their weight as well, and tell a reader nothing.
      .filter(({ surface }) => !isWeak(surface.toLowerCase(), doc.language, false))
      .slice(0, TERMS_SHOWN)
      .map(({ surface }) => surface.toLowerCase());
    return terms.length > 0 ? { ...part, terms } : part;
  });
}
