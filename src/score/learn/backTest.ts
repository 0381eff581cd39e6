import { calibrate, type JudgedPrediction } from '../../learning/calibrate.ts';
import type { Decision } from '../relevance/decisions.ts';
import { learnRelevance, sumOf } from '../relevance/relevance.ts';
import { trustBySource } from '../trust.ts';
import type { Learning } from './openLearning.ts';
import { type Reliability, reliability } from './reliability.ts';
import { type Sitting, sittingsOf } from './sittings.ts';

/** What reading a part of each sitting found. */
export interface Found {
  /** items read */
  read: number;
  /** of those, kept */
  kept: number;
  /** share of what was read that was kept, 0 to 1 */
  precision: number;
  /** share of all that was kept that was read, 0 to 1 */
  recall: number;
}

/** Orders in which a sitting can be read. */
export type Order = 'chance' | 'newest' | 'profile' | 'learned';

export interface BackTest {
  sittings: number;
  items: number;
  kept: number;
  /** models that were made, each from what had been decided by then */
  refits: number;
  /** `newest` is left out where the ledger does not know when items were published */
  whole: Partial<Record<Order, Found>>;
  /** of the later half of the sittings: what it had become */
  later: Partial<Record<Order, Found>>;
  reliability: Reliability;
}

/** Models made at most: sittings in a row share one, so that a long history takes no longer. */
const MOST_REFITS = 20;

interface Prediction {
  decision: Decision;
  kept: boolean;
  /** log-odds, calibrated */
  learned: number;
  /** what the desk's own words say alone */
  profile: number;
  /** milliseconds since 1970 */
  published: number | undefined;
}

/**
 * Predicts the team's own history as it went: each sitting from what had been decided before its items were proposed, and
 * then learned from in turn. Half of each sitting is read, at most the desk's budget. Only decided items take part. All of
 * them had been proposed, so what is measured is the order among items that had passed the threshold. The texts, not the
 * decisions, of later sittings are known to the archive that weighs words. Confidence is calibrated by the predictions that
 * had been judged by then, as the score does it by its own.
 * @param subjects the decisions to predict, of all that are learned from
 * @returns undefined where fewer than two sittings can be told apart
 */
export function backTest(
  learning: Learning,
  subjects: readonly Decision[] = learning.decisions,
): BackTest | undefined {
  const { desk } = learning;
  const sittings = sittingsOf(desk.ledger, subjects);
  if (sittings.length < 2) return undefined;
  const dates = publicationDates(learning);
  const group = Math.ceil(sittings.length / MOST_REFITS);
  const predicted: Prediction[][] = [];
  const judged: JudgedPrediction[] = [];
  for (let from = 0; from < sittings.length; from += group) {
    const model = modelAt(sittings[from] as Sitting, learning);
    const shift = calibrate(judged);
    for (const sitting of sittings.slice(from, from + group))
      predicted.push(
        sitting.decisions.map((decision) => {
          const { relevance, trust, profile } = model(decision);
          const { id, kept, weight } = decision;
          judged.push({ logit: relevance, kept, weight });
          const learned = relevance + trust + shift;
          return { decision, kept, published: dates.get(id), learned, profile };
        }),
      );
  }
  const all = predicted.flat();
  const { budget } = desk.settings;
  return {
    sittings: sittings.length,
    items: all.length,
    kept: all.filter(({ kept }) => kept).length,
    refits: Math.ceil(sittings.length / group),
    whole: foundBy(predicted, budget),
    later: foundBy(predicted.slice(Math.floor(predicted.length / 2)), budget),
    reliability: reliability(
      all.map(({ learned, kept }) => ({ predicted: 1 / (1 + Math.exp(-learned)), kept })),
    ),
  };
}

/** What was known when a sitting's items were proposed, in log-odds: the score's relevance, age and the like aside. */
function modelAt({ at }: Sitting, { desk, wanted, decisions, space }: Learning) {
  const before = (line: { at: string }) => Date.parse(line.at) < at;
  const { weights } = desk.settings;
  const relevance = learnRelevance(wanted, decisions.filter(before), space, weights, {
    calibrated: false,
  });
  const trust = trustBySource(desk.ledger.filter(before));
  return ({ doc, audience, source }: Decision) => {
    const one = wanted.find(({ name }) => name === audience) ?? wanted[0];
    if (one === undefined) return { relevance: 0, trust: 0, profile: 0 };
    const parts = relevance.partsOf(one, doc, space.featuresOf(doc));
    return {
      relevance: sumOf(parts),
      trust: weights.trust * trust(source).advantage,
      profile: parts.profile,
    };
  };
}

function foundBy(
  sittings: readonly (readonly Prediction[])[],
  budget: number,
): Partial<Record<Order, Found>> {
  const room = (sitting: readonly Prediction[]) => Math.min(budget, Math.ceil(sitting.length / 2));
  const all = sittings.flat();
  const kept = all.filter((one) => one.kept).length;
  const toFound = (read: number, hits: number): Found => ({
    ...{ read, kept: hits },
    precision: read === 0 ? 0 : hits / read,
    recall: kept === 0 ? 0 : hits / kept,
  });
  const reading = (value: (one: Prediction) => number) => {
    const read = sittings.flatMap((sitting) =>
      sitting
        .toSorted((a, b) => value(b) - value(a) || (a.decision.id < b.decision.id ? -1 : 1))
        .slice(0, room(sitting)),
    );
    return toFound(read.length, read.filter((one) => one.kept).length);
  };
  const share = (sitting: readonly Prediction[]) => room(sitting) / sitting.length;
  const byChance = sittings.reduce(
    (sum, sitting) => sum + share(sitting) * sitting.filter((one) => one.kept).length,
    0,
  );
  const dated = all.every(({ published }) => published !== undefined);
  return {
    chance: toFound(
      sittings.reduce((sum, sitting) => sum + room(sitting), 0),
      byChance,
    ),
    ...(dated && { newest: reading(({ published }) => published ?? 0) }),
    profile: reading((one) => one.profile),
    learned: reading((one) => one.learned),
  };
}

/** When items were published, as far as the ledger and the files that are left know. */
function publicationDates({ desk }: Learning): Map<string, number> {
  const dates = new Map<string, number>();
  for (const { data } of [...desk.picks, ...desk.candidates])
    if (data.id !== undefined && data.published !== undefined)
      dates.set(data.id, Date.parse(data.published));
  for (const { id, published } of desk.ledger)
    if (published !== undefined) dates.set(id, Date.parse(published));
  return dates;
}
