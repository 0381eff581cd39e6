import type { ScoredText } from '../../model/run/scoredText.ts';
import type { StoryFinding } from '../../stories/findStories.ts';
import { type Contribution, sharesOf } from '../points.ts';
import type { AudienceModel } from '../relevance/audienceModel.ts';
import { signalWeights } from '../relevance/signalWeights.ts';
import { wordAttributions } from '../relevance/wordAttributions.ts';
import { scoreOne } from '../score.ts';
import type { ScoringContext } from '../scoringContext.ts';
import { factsOf, type ItemFacts } from '../signals.ts';
import type { AudienceScore, ScorePart, WordPoints } from './explanation.ts';

const MOST_WORDS = 6;
/** A word is named if it has at least so many points. */
const LEAST_POINTS = 0.1;

/** The score of an item for each audience that reads its language, with every contribution; the best audience first. */
export function audienceScores(
  item: ScoredText,
  context: ScoringContext,
  stories: StoryFinding,
): AudienceScore[] {
  const facts = factsOf(item, context);
  return context.audienceModels
    .flatMap((model) => audienceScore(model, facts, context, stories) ?? [])
    .sort((a, b) => b.score - a.score || (a.audience < b.audience ? -1 : 1));
}

/** Undefined if the audience does not read the item's language. */
function audienceScore(
  model: AudienceModel,
  facts: ItemFacts,
  context: ScoringContext,
  stories: StoryFinding,
): AudienceScore | undefined {
  const alone = { ...context, audienceModels: [model] };
  const { audience, base, contributions, veto } = scoreOne(facts.item, alone, stories);
  if (audience === undefined) return undefined;
  const { score, base: points, shares, rate } = sharesOf(base, contributions);
  return {
    audience,
    score,
    ...(veto !== undefined && { veto }),
    parts: [
      { signal: 'base', points, logOdds: base },
      ...contributions.map((one, index) => ({
        ...toPart(one, shares[index] ?? 0),
        ...wordPoints(one, rate, model, facts, context),
      })),
    ],
  };
}

function toPart({ signal, value, terms, evidence }: Contribution, points: number): ScorePart {
  return {
    signal,
    points,
    logOdds: value,
    ...(terms !== undefined && terms.length > 0 && { terms }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** The words that weigh most in a learned signal, for and against, each with its points; none for other signals. */
function wordPoints(
  { signal }: Contribution,
  rate: number,
  model: AudienceModel,
  { doc, features }: ItemFacts,
  { relevance, space, desk }: ScoringContext,
): Pick<ScorePart, 'for' | 'against'> {
  const learned = signalWeights(signal, model, relevance, desk.settings.weights);
  if (learned === undefined) return {};
  const all = wordAttributions(learned.models, doc, features, space).map(
    ({ surface, value }): WordPoints => ({
      word: surface.toLowerCase(),
      points: Math.round(value * learned.rate * rate * 10) / 10,
    }),
  );
  const strongest = (sign: number) =>
    all.filter(({ points }) => points * sign >= LEAST_POINTS).slice(0, MOST_WORDS);
  const [pro, contra] = [strongest(1), strongest(-1)];
  return { ...(pro.length > 0 && { for: pro }), ...(contra.length > 0 && { against: contra }) };
}
