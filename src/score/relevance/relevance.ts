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
  /** what all decisions say together; undefined if there are none */
  shared: LogitWeights | undefined;
  /** by audience: what its own decisions add to that */
  own: ReadonlyMap<string, LogitWeights>;
  partsOf(wanted: AudienceModel, doc: Doc, features: Features): RelevanceParts;
}

/** Decisions after which the semantic term counts half. */
const FADING = 60;
/** What the profile's words count beyond their weight if the archive is too young to tell what else goes with them. */
const ALONE = 1.25;
/** The ridge on what an audience adds: its decisions must say more, to part from what the team's say together. */
const OWN_RIDGE = 1;
/** Batches that the past is cut into, to predict each from those before it. */
const BATCHES = 3;
const FEWEST_TO_PREDICT = 10;
const MOST_JUDGED = 1_500;

type PriorWeights = Pick<Weights, 'base' | 'profile' | 'semantic'>;

/**
 * Learns from decisions what the profile did not say, from scratch. The log-odds of profile and semantic term are fixed
 * offsets; first all decisions are learned from together, then for each audience what its own add. Trust, and what the
 * desk declares, have no part in it.
 * @param decisions in the order of their time
 * @param calibrated whether the past is predicted, batch by batch, to read the log-odds by; costs as much again
 */
export function learnRelevance(
  audiences: readonly AudienceModel[],
  decisions: readonly Decision[],
  space: FeatureSpace,
  weights: PriorWeights,
  { calibrated = true }: { calibrated?: boolean } = {},
): Relevance {
  const examples = toExamples(audiences, decisions, space);
  const models = fitModels(examples, space.size, weights);
  return {
    decisions: Math.round(countOf(examples)),
    fade: fadeAfter(examples),
    shift: calibrated ? calibrate(predictPast(examples, space.size, weights)) : 0,
    shared: models.shared,
    own: models.own,
    partsOf: (audience, doc, features) =>
      models.partsOf(audience, matchOf(audience, doc), features),
  };
}

/** Log-odds of being kept, before calibration. */
export function sumOf({ base, profile, semantic, learned }: RelevanceParts): number {
  return base + profile + semantic + learned;
}

/** A decision with what is to be learned from it. */
interface DecisionExample extends Pick<Decision, 'kept' | 'weight'> {
  audience: AudienceModel;
  /** whether it was decided for `audience`, and not for nobody in particular */
  own: boolean;
  /** with what the audience looks for, 0 to 1 */
  match: number;
  features: Features;
}

/**
 * What was decided for nobody in particular, or for an audience that is no more, is compared with what the first
 * audience by name looks for, and counts for what holds for all.
 */
function toExamples(
  audiences: readonly AudienceModel[],
  decisions: readonly Decision[],
  space: FeatureSpace,
): DecisionExample[] {
  const byName = new Map(audiences.map((one) => [one.name, one]));
  const [first] = audiences.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return decisions.flatMap(({ doc, audience: name, kept, weight }) => {
    const named = byName.get(name ?? '');
    const audience = named ?? first;
    if (audience === undefined) return [];
    const own = named !== undefined;
    const match = matchOf(audience, doc);
    return [{ audience, own, kept, weight, match, features: space.featuresOf(doc) }];
  });
}

function matchOf(audience: AudienceModel, doc: Doc): number {
  return audience.saturated(audience.match(doc).bm);
}

function countOf(examples: readonly DecisionExample[]): number {
  return examples.reduce((sum, { weight }) => sum + weight, 0);
}

function fadeAfter(examples: readonly DecisionExample[]): number {
  return FADING / (FADING + countOf(examples));
}

/** What examples say together, what each audience adds, and what that makes of a text. */
interface Models extends Pick<Relevance, 'shared' | 'own'> {
  partsOf(audience: AudienceModel, match: number, features: Features): RelevanceParts;
}

function fitModels(
  decided: readonly DecisionExample[],
  size: number,
  weights: PriorWeights,
): Models {
  const fade = fadeAfter(decided);
  const examples = decided.map(({ audience, own, match, ...example }) => ({
    ...example,
    audience: own ? audience.name : undefined,
    offset: sumOf(priorOf(audience, match, example.features, { weights, fade })),
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
    own,
    partsOf(audience, match, features) {
      const prior = priorOf(audience, match, features, { weights, fade });
      const models = [shared, own.get(audience.name)].filter((one) => one !== undefined);
      return {
        ...prior,
        base: models.reduce((sum, { bias }) => sum + bias, prior.base),
        learned: models.reduce((sum, one) => sum + logitShift(one, features), 0),
      };
    },
  };
}

/** What is known of a text before any decision. */
function priorOf(
  { semantic }: AudienceModel,
  match: number,
  features: Features,
  { weights, fade }: { weights: PriorWeights; fade: number },
): RelevanceParts {
  return {
    base: weights.base,
    profile: weights.profile * match * (1 + ALONE * (1 - (semantic?.weight ?? 0))),
    semantic: semantic ? weights.semantic * semantic.weight * fade * semantic.of(features) : 0,
    learned: 0,
  };
}

/** Each batch of the past, predicted from those before it (forward chaining). */
function predictPast(
  examples: readonly DecisionExample[],
  size: number,
  weights: PriorWeights,
): JudgedPrediction[] {
  const border = (batch: number) => Math.floor((examples.length * batch) / BATCHES);
  return Array.from({ length: BATCHES - 1 }, (_, n) => n + 1)
    .filter((batch) => border(batch) >= FEWEST_TO_PREDICT)
    .flatMap((batch) => {
      const { partsOf } = fitModels(examples.slice(0, border(batch)), size, weights);
      return examples
        .slice(border(batch), border(batch + 1))
        .map(({ audience, match, features, kept, weight }) => ({
          logit: sumOf(partsOf(audience, match, features)),
          kept,
          weight,
        }));
    })
    .slice(-MOST_JUDGED);
}
