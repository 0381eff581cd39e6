import type { Instant } from '../../model/desk/time.ts';
import type { ScoredText } from '../../model/run/scoredText.ts';
import type { StoryFinding } from '../../stories/findStories.ts';
import { daysSince, toInstant } from '../../text/time.ts';
import { scoreOne } from '../score.ts';
import type { Scored } from '../scored.ts';
import type { ScoringContext } from '../scoringContext.ts';
import type { Counterfactual, CounterfactualChange } from './explanation.ts';

/** So many are shown. */
export const MOST_COUNTERFACTUALS = 4;
const DAY = 86_400_000;
/** An item's age is changed by so many days at most, since nobody would have waited longer. */
const MOST_DAYS = 90;

/** A change, and the item's score after it. */
interface Trial {
  if: CounterfactualChange;
  scored: Scored;
  threshold?: number;
}

/** An item, its score as things are, and how to score it after a change. */
interface TrialContext {
  item: ScoredText;
  context: ScoringContext;
  now: Scored;
  /** whether it is good enough as things are */
  good: boolean;
  rescore(change: Partial<ScoringContext>, item?: ScoredText): Scored;
}

/**
 * Single changes that would change whether an item is good enough to be proposed. The item is scored again after each
 * change that is tried, and only those that make a difference are returned. The nearest come first: those that change the
 * score least.
 */
export function counterfactuals(
  item: ScoredText,
  context: ScoringContext,
  stories: StoryFinding,
): Counterfactual[] {
  const { threshold } = context.desk.settings;
  const rescore = (change: Partial<ScoringContext>, other = item) =>
    scoreOne(other, { ...context, ...change }, stories);
  const now = rescore({});
  const good = passes(now, threshold);
  return trialsOf({ item, context, now, good, rescore })
    .filter((trial) => passes(trial.scored, trial.threshold ?? threshold) !== good)
    .map((trial) => ({ trial, distance: distance(trial, now, threshold) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_COUNTERFACTUALS)
    .map(({ trial: { if: change, scored } }) => ({
      if: change,
      score: scored.score,
      proposed: !good,
    }));
}

function trialsOf(trial: TrialContext): Trial[] {
  return [
    ...atOtherThreshold(trial),
    ...withoutRules(trial),
    ...withOtherTrust(trial),
    ...withoutSignals(trial),
    ...withReaders(trial),
    ...atOtherAges(trial),
  ];
}

/** Whether an item is good enough to compete for a place. */
export function passes({ audience, score, veto }: Scored, threshold: number): boolean {
  return audience !== undefined && veto === undefined && score >= threshold;
}

/** How far the change moves the score, in points; 0 for a veto and a language, which have no distance. */
function distance({ if: change, scored }: Trial, now: Scored, threshold: number): number {
  if (change.kind === 'threshold') return Math.abs(change.to - threshold);
  if (change.kind === 'veto' || change.kind === 'reads') return 0;
  return Math.abs(scored.score - now.score);
}

function atOtherThreshold({ context, now, good }: TrialContext): Trial[] {
  const { threshold } = context.desk.settings;
  const to = good ? now.score + 1 : now.score;
  if (to < 1 || to > 100) return [];
  return [{ if: { kind: 'threshold', from: threshold, to }, scored: now, threshold: to }];
}

/** Without each rule in turn: vetoes, boosts and penalties alike. */
function withoutRules({ item, context, rescore }: TrialContext): Trial[] {
  const { rules, languages } = context.rules;
  return [...rules].flatMap(([where, list]) => {
    if (where.startsWith('sources/') && where !== `sources/${item.source}`) return [];
    return list.map((rule): Trial => {
      const others = list.filter((one) => one !== rule);
      const kind = rule.effect === 'veto' ? 'veto' : 'rule';
      return {
        if: { kind, name: rule.name, where },
        scored: rescore({ rules: { rules: new Map(rules).set(where, others), languages } }),
      };
    });
  });
}

/** With the trust of the source that is trusted most or, if the item is good enough, least. */
function withOtherTrust({ item, context, good, rescore }: TrialContext): Trial[] {
  const { desk, trust } = context;
  const [like] = desk.sources
    .map(({ name }) => ({ name, ...trust(name) }))
    .filter(({ decided }) => decided > 0)
    .sort((a, b) => (good ? 1 : -1) * (a.advantage - b.advantage) || (a.name < b.name ? -1 : 1));
  if (like === undefined || like.name === item.source) return [];
  const asLike = (source: string) => trust(source === item.source ? like.name : source);
  return [{ if: { kind: 'trust', like: like.name }, scored: rescore({ trust: asLike }) }];
}

/** Without each of the signals that a person can do something about: tone, novelty and story. */
function withoutSignals({ context: { desk }, now, rescore }: TrialContext): Trial[] {
  const { settings } = desk;
  return (['tone', 'novelty', 'story'] as const).flatMap((kind): Trial[] => {
    const contribution = now.contributions.find(({ signal }) => signal === kind);
    if (contribution === undefined) return [];
    const weights = { ...settings.weights, [kind]: 0 };
    const without = { ...desk, settings: { ...settings, weights } };
    const evidence = contribution.evidence ?? '';
    return [{ if: { kind, evidence }, scored: rescore({ desk: without }) }];
  });
}

/** If nobody reads the item's language: with each audience as if it did. */
function withReaders({ item: { language }, context, now, rescore }: TrialContext): Trial[] {
  if (now.audience !== undefined) return [];
  return context.audienceModels.map((model) => {
    const data = { ...model.data, languages: [...model.data.languages, language] };
    return {
      if: { kind: 'reads', audience: model.name, language },
      scored: rescore({ audienceModels: [{ ...model, data }] }),
    };
  });
}

/** The fewest whole days younger, or older if it is good enough, that make a difference. */
function atOtherAges({ item, context, good, rescore }: TrialContext): Trial[] {
  const { settings } = context.desk;
  const { published } = item;
  if (published === undefined) return [];
  const age = daysSince(published, context.now);
  const most = Math.floor(good ? settings.lookBack - age : age);
  for (let days = 1; days <= Math.min(most, MOST_DAYS); days += 1) {
    const moment = Date.parse(published) + (good ? -days : days) * DAY;
    const scored = rescore({}, { ...item, published: toInstant(moment) as Instant });
    if (passes(scored, settings.threshold) !== good)
      return [{ if: { kind: good ? 'older' : 'younger', days }, scored }];
  }
  return [];
}
