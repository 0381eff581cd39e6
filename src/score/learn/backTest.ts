import { calibrate, type JudgedPrediction } from '../../learning/calibrate.ts';
import type { Decision } from '../relevance/decisions.ts';
import { learnRelevance, sumOf } from '../relevance/relevance.ts';
import { trustBySource } from '../trust.ts';
import {
  type CutoffMetrics,
  metricsOfChance,
  metricsOfRanking,
  type Ranked,
} from './cutoffMetrics.ts';
import type { LearningInputs } from './learningInputs.ts';
import { type Reliability, reliability } from './reliability.ts';
import { type ReviewBatch, reviewBatchesOf } from './reviewBatches.ts';

/** What a batch can be ranked by. */
export type Ranking = 'chance' | 'newest' | 'profile' | 'learned';

export interface BackTest {
  batches: number;
  items: number;
  kept: number;
  /** models that were fitted, each to what had been decided by then */
  refits: number;
  /** `newest` is left out if the ledger does not know when items were published */
  whole: Partial<Record<Ranking, CutoffMetrics>>;
  /** of the later half of the batches: what it had become */
  later: Partial<Record<Ranking, CutoffMetrics>>;
  reliability: Reliability;
}

/** Models fitted at most: batches in a row share one, so that a long history takes no longer. */
const MOST_REFITS = 20;

interface Prediction extends Ranked {
  /** log-odds, calibrated */
  learned: number;
  /** what the desk's own words say alone */
  profile: number;
  /** milliseconds since 1970 */
  published: number | undefined;
}

/**
 * Predicts the team's own history as it went: each batch from what had been decided before its items were proposed, and
 * then learned from in turn. Half of each batch is read, at most the desk's budget. Only decided items take part. All of
 * them had been proposed, so what is measured is the order among items that had passed the threshold. The texts, not the
 * decisions, of later batches are known to the archive that weighs words. Confidence is calibrated by the predictions that
 * had been judged by then, as the score does it by its own.
 * @param subjects the decisions to predict, of all that are learned from
 * @returns undefined if there are fewer than two batches
 */
export function backTest(
  inputs: LearningInputs,
  subjects: readonly Decision[] = inputs.decisions,
): BackTest | undefined {
  const batches = reviewBatchesOf(inputs.desk.ledger.items, subjects);
  if (batches.length < 2) return undefined;
  const perModel = Math.ceil(batches.length / MOST_REFITS);
  const predicted = predictBatches(batches, perModel, inputs);
  const all = predicted.flat();
  const { budget } = inputs.desk.settings;
  return {
    batches: batches.length,
    items: all.length,
    kept: all.filter(({ kept }) => kept).length,
    refits: Math.ceil(batches.length / perModel),
    whole: metricsByRanking(predicted, budget),
    later: metricsByRanking(predicted.slice(Math.floor(predicted.length / 2)), budget),
    reliability: reliability(
      all.map(({ learned, kept }) => ({ predicted: 1 / (1 + Math.exp(-learned)), kept })),
    ),
  };
}

/** Batch by batch: fits a model to what was decided before, predicts, and only then looks at what was decided. */
function predictBatches(
  batches: readonly ReviewBatch[],
  perModel: number,
  inputs: LearningInputs,
): Prediction[][] {
  const dates = publicationDates(inputs);
  const judged: JudgedPrediction[] = [];
  const groups = Map.groupBy(batches.entries(), ([n]) => Math.floor(n / perModel));
  return [...groups.values()].flatMap((group) => {
    const members = group.map(([, batch]) => batch);
    const predict = modelAt(members[0]?.at ?? 0, inputs);
    const shift = calibrate(judged);
    return members.map(({ decisions }) =>
      decisions.map((decision): Prediction => {
        const { relevance, trust, profile } = predict(decision);
        const { id, kept, weight } = decision;
        judged.push({ logit: relevance, kept, weight });
        return { id, kept, learned: relevance + trust + shift, profile, published: dates.get(id) };
      }),
    );
  });
}

/**
 * Predicts a decision from what was known at a time, in log-odds: the score's relevance, age and the like aside.
 * @param time in milliseconds since 1970
 */
function modelAt(time: number, { desk, audienceModels, decisions, space }: LearningInputs) {
  const before = (line: { at: string }) => Date.parse(line.at) < time;
  const { weights } = desk.settings;
  const relevance = learnRelevance(audienceModels, decisions.filter(before), space, weights, {
    calibrated: false,
  });
  const trust = trustBySource(desk.ledger.items.filter(before));
  return ({ doc, audience, source }: Decision) => {
    const model = audienceModels.find(({ name }) => name === audience) ?? audienceModels[0];
    if (model === undefined) return { relevance: 0, trust: 0, profile: 0 };
    const parts = relevance.partsOf(model, doc, space.featuresOf(doc));
    return {
      relevance: sumOf(parts),
      trust: weights.trust * trust(source).advantage,
      profile: parts.profile,
    };
  };
}

function metricsByRanking(
  batches: readonly (readonly Prediction[])[],
  budget: number,
): Partial<Record<Ranking, CutoffMetrics>> {
  const isDated = batches.flat().every(({ published }) => published !== undefined);
  const by = (value: (one: Prediction) => number) => metricsOfRanking(batches, budget, value);
  return {
    chance: metricsOfChance(batches, budget),
    ...(isDated && { newest: by(({ published }) => published ?? 0) }),
    profile: by(({ profile }) => profile),
    learned: by(({ learned }) => learned),
  };
}

/** When items were published, as far as the ledger and the files that are left know. */
function publicationDates({ desk }: LearningInputs): Map<string, number> {
  const dates = new Map<string, number>();
  for (const { data } of [...desk.picks, ...desk.candidates])
    if (data.id !== undefined && data.published !== undefined)
      dates.set(data.id, Date.parse(data.published));
  for (const { id, published } of desk.ledger.items)
    if (published !== undefined) dates.set(id, Date.parse(published));
  return dates;
}
