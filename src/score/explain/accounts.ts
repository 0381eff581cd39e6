import type { Features } from '../../learning/features.ts';
import type { Item } from '../../model/run/item.ts';
import type { StoryFinding } from '../../stories/findStories.ts';
import { type Doc, toDoc } from '../../words/corpus.ts';
import type { Judge } from '../judge.ts';
import { type Contribution, sharesOf } from '../points.ts';
import { signalWeights } from '../relevance/signalWeights.ts';
import { wordAttributions } from '../relevance/wordAttributions.ts';
import { scoreOne } from '../score.ts';
import type { Account, Part, WordPoints } from './explanation.ts';

const MOST_WORDS = 6;
/** Points under which a word is not worth naming. */
const LEAST = 0.1;

/** What each audience that reads an item's language makes of it: every contribution, none gathered; the best first. */
export function accountsOf(item: Item, judge: Judge, stories: StoryFinding): Account[] {
  const doc = toDoc(item);
  const features = judge.space.featuresOf(doc);
  return judge.audienceModels
    .flatMap((wanted) => {
      const scored = scoreOne(item, { ...judge, audienceModels: [wanted] }, stories);
      if (scored.audience === undefined) return [];
      const { base, parts, veto } = scored;
      const { score, base: points, shares, rate } = sharesOf(base, parts);
      return [
        {
          audience: wanted.name,
          score,
          ...(veto !== undefined && { veto }),
          parts: [
            { signal: 'base' as const, points, logOdds: base },
            ...parts.map((part, at) => ({
              ...toPart(part, shares[at] ?? 0),
              ...words(part, rate, { doc, features, wanted, judge }),
            })),
          ],
        },
      ];
    })
    .sort((a, b) => b.score - a.score || (a.audience < b.audience ? -1 : 1));
}

function toPart({ signal, value, terms, evidence }: Contribution, points: number): Part {
  return {
    ...{ signal, points, logOdds: value },
    ...(terms !== undefined && terms.length > 0 && { terms }),
    ...(evidence !== undefined && { evidence }),
  };
}

interface Room {
  doc: Doc;
  features: Features;
  wanted: Judge['audienceModels'][number];
  judge: Judge;
}

/** The words behind what was learned, or told by the archive, each with its points. */
function words(
  { signal }: Contribution,
  rate: number,
  { doc, features, wanted, judge: { relevance, space, desk } }: Room,
): Pick<Part, 'for' | 'against'> {
  const behind = signalWeights(signal, wanted, relevance, desk.settings.weights);
  if (behind === undefined) return {};
  const all = wordAttributions(behind.models, doc, features, space).map(
    ({ surface, value }): WordPoints => ({
      word: surface.toLowerCase(),
      points: Math.round(value * behind.rate * rate * 10) / 10,
    }),
  );
  const speaking = (sign: number) =>
    all.filter(({ points }) => points * sign >= LEAST).slice(0, MOST_WORDS);
  const [pro, contra] = [speaking(1), speaking(-1)];
  return { ...(pro.length > 0 && { for: pro }), ...(contra.length > 0 && { against: contra }) };
}
