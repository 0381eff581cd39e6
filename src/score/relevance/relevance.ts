import { calibrate, type JudgedPrediction } from '../../learning/calibrate.ts';
import type { Features } from '../../learning/features.ts';
import {
  fitLogisticRegression,
  type LogitWeights,
  logitShift,
} from '../../learning/logisticRegression.ts';
import type { Weights } from '../../model/desk/settings.ts';
import type { Doc } from '../../words/corpus.ts';
import type { AudienceModel } from './audienceModel.ts';
import type { Decision } from './decisions.ts';
import type { FeatureSpace } from './featureSpace.ts';

/** The parts of an item's relevance, in log-odds before calibration. Source trust is added to them; see `trust.ts`. */
export interface RelevanceParts {
  /** where every item begins, and how much of what is proposed is kept at all */
  base: number;
  profile: number;
  semantic: number;
  learned: number;
}

/** What was learned from a desk's decisions. */
export interface Relevance {
  /** decisions that were learned from, those on copies of one text counted once */
  decisions: number;
  /** what the semantic term still counts, 1 to 0 */
  fade: number;
  /** log-odds to add to every prediction; see `calibrate` */
  shift: number;
  /** what all decisions say together; undefined where there are none */
  shared: LogitWeights | undefined;
  /** by audience: what its own decisions add to that */
  own: ReadonlyMap<string, LogitWeights>;
  partsOf(wanted: AudienceModel, doc: Doc, features: Features): RelevanceParts;
}

/** Decisions after which the semantic term counts half. */
const FADING = 60;
/** What the profile's words count beyond their weight where the archive is too young to tell what else goes with them. */
const ALONE = 1.25;
/** An audience's own decisions must pull harder, to part from what the team's say together. */
const OWN_RIDGE = 1;
/** Batches that the past is cut into, to predict each from those before it. */
const BATCHES = 3;
const FEWEST_TO_PREDICT = 10;
const MOST_JUDGED = 1_500;

/**
 * Learns from decisions what the profile did not say, from scratch. The log-odds of profile and semantic term are fixed
 * offsets; first all decisions are learned from together, then for each audience what its own add. Trust, and what the
 * desk declares, have no part in it.
 * @param decisions in the order of their time
 * @param calibrated whether the past is predicted, batch by batch, to read the log-odds by; costs as much again
 */
export function learnRelevance(
  wanted: readonly AudienceModel[],
  decisions: readonly Decision[],
  space: FeatureSpace,
  weights: Pick<Weights, 'base' | 'profile' | 'semantic'>,
  { calibrated = true }: { calibrated?: boolean } = {},
): Relevance {
  const lessons = toLessons(wanted, decisions, space);
  const taught = learnFrom(lessons, space.size, weights);
  return {
    decisions: Math.round(countOf(lessons)),
    fade: fadeAfter(lessons),
    shift: calibrated ? calibrate(predictPast(lessons, space.size, weights)) : 0,
    ...taught,
    partsOf: (one, doc, features) => taught.partsOf(one, matched(one, doc), features),
  };
}

/** Log-odds of being kept, before calibration. */
export function sumOf({ base, profile, semantic, learned }: RelevanceParts): number {
  return base + profile + semantic + learned;
}

/** A decision with what is to be learned from it. */
interface Lesson extends Pick<Decision, 'kept' | 'weight'> {
  wanted: AudienceModel;
  /** whether it was decided for `wanted`, and not for nobody in particular */
  own: boolean;
  /** with what the audience wants, 0 to 1 */
  match: number;
  features: Features;
}

/**
 * What nobody in particular was meant to read, or an audience that is no more, is laid beside what the first by name
 * wants, and teaches what holds for all.
 */
function toLessons(
  wanted: readonly AudienceModel[],
  decisions: readonly Decision[],
  space: FeatureSpace,
): Lesson[] {
  const byName = new Map(wanted.map((one) => [one.name, one]));
  const [first] = wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return decisions.flatMap(({ doc, audience, kept, weight }) => {
    const named = byName.get(audience ?? '');
    const one = named ?? first;
    if (one === undefined) return [];
    const features = space.featuresOf(doc);
    const own = named !== undefined;
    return [{ wanted: one, own, kept, weight, match: matched(one, doc), features }];
  });
}

function matched(wanted: AudienceModel, doc: Doc): number {
  return wanted.saturated(wanted.match(doc).bm);
}

function countOf(lessons: readonly Lesson[]): number {
  return lessons.reduce((sum, { weight }) => sum + weight, 0);
}

function fadeAfter(lessons: readonly Lesson[]): number {
  return FADING / (FADING + countOf(lessons));
}

function learnFrom(
  lessons: readonly Lesson[],
  size: number,
  weights: Pick<Weights, 'base' | 'profile' | 'semantic'>,
) {
  const fade = fadeAfter(lessons);
  const known = (
    { semantic }: AudienceModel,
    match: number,
    features: Features,
  ): RelevanceParts => ({
    base: weights.base,
    profile: weights.profile * match * (1 + ALONE * (1 - (semantic?.weight ?? 0))),
    semantic: semantic ? weights.semantic * semantic.weight * fade * semantic.of(features) : 0,
    learned: 0,
  });
  const examples = lessons.map(({ wanted, own, match, ...lesson }) => ({
    ...lesson,
    audience: own ? wanted.name : undefined,
    offset: sumOf(known(wanted, match, lesson.features)),
  }));
  const shared = examples.length > 0 ? fitLogisticRegression(examples, size) : undefined;
  const own = new Map<string, LogitWeights>();
  const byAudience = Map.groupBy(examples, ({ audience }) => audience);
  // With one audience alone, what its own decisions say is what all of them say.
  for (const [name, mine] of byAudience) {
    if (shared === undefined || byAudience.size === 1) break;
    if (name === undefined) continue;
    const beyond = mine.map((example) => ({
      ...example,
      offset: example.offset + shared.bias + logitShift(shared, example.features),
    }));
    own.set(name, fitLogisticRegression(beyond, size, { ridge: OWN_RIDGE }));
  }
  return {
    shared,
    own: own as ReadonlyMap<string, LogitWeights>,
    partsOf(wanted: AudienceModel, match: number, features: Features): RelevanceParts {
      const parts = known(wanted, match, features);
      const learned = [shared, own.get(wanted.name)].filter((one) => one !== undefined);
      return {
        ...parts,
        base: learned.reduce((sum, { bias }) => sum + bias, parts.base),
        learned: learned.reduce((sum, one) => sum + logitShift(one, features), 0),
      };
    },
  };
}

/** Each batch of the past, predicted from those before it. */
function predictPast(
  lessons: readonly Lesson[],
  size: number,
  weights: Pick<Weights, 'base' | 'profile' | 'semantic'>,
): JudgedPrediction[] {
  const border = (batch: number) => Math.floor((lessons.length * batch) / BATCHES);
  return Array.from({ length: BATCHES - 1 }, (_, at) => at + 1)
    .filter((batch) => border(batch) >= FEWEST_TO_PREDICT)
    .flatMap((batch) => {
      const { partsOf } = learnFrom(lessons.slice(0, border(batch)), size, weights);
      return lessons
        .slice(border(batch), border(batch + 1))
        .map(({ wanted, match, features, kept, weight }) => ({
          logit: sumOf(partsOf(wanted, match, features)),
          kept,
          weight,
        }));
    })
    .slice(-MOST_JUDGED);
}
