import type { Instant } from '../../model/desk/time.ts';
import type { Item } from '../../model/run/item.ts';
import type { StoryFinding } from '../../stories/findStories.ts';
import { daysSince, toInstant } from '../../text/time.ts';
import type { Judge } from '../judge.ts';
import { type Scored, scoreOne } from '../score.ts';
import type { Supposition, WhatIf } from './explanation.ts';

/** As many as a person reads. */
export const MOST_WHAT_IFS = 4;
const DAY = 86_400_000;
/** An item is not made older by more than that: nobody would have waited so long. */
const MOST_DAYS = 90;

/** A supposition, and what an item comes to under it. */
interface Trial {
  if: Supposition;
  scored: Scored;
  threshold?: number;
}

/**
 * What alone would change whether an item is good enough to be proposed: each is scored anew under its supposition, and
 * only those that do change it are given. The nearest first: what moves the score least.
 */
export function whatIfs(item: Item, judge: Judge, stories: StoryFinding): WhatIf[] {
  const { threshold } = judge.desk.settings;
  const again = (other: Partial<Judge>, as = item) => scoreOne(as, { ...judge, ...other }, stories);
  const now = again({});
  const good = passes(now, threshold);
  const room: Room = { item, judge, now, good, again };
  const trials: Trial[] = [
    ...thresholds(room),
    ...withoutRules(room),
    ...trusted(room),
    ...withoutParts(room),
    ...readers(room),
    ...ages(room),
  ];
  return trials
    .filter((trial) => passes(trial.scored, trial.threshold ?? threshold) !== good)
    .map((trial) => ({ trial, way: wayTo(trial, now, threshold) }))
    .sort((a, b) => a.way - b.way)
    .slice(0, MOST_WHAT_IFS)
    .map(({ trial: { if: supposed, scored } }) => ({
      if: supposed,
      score: scored.score,
      proposed: !good,
    }));
}

interface Room {
  item: Item;
  judge: Judge;
  now: Scored;
  /** whether it is good enough as things are */
  good: boolean;
  again(other: Partial<Judge>, as?: Item): Scored;
}

/** Whether an item is good enough to compete for a place. */
export function passes({ audience, score, veto }: Scored, threshold: number): boolean {
  return audience !== undefined && veto === undefined && score >= threshold;
}

/** In points. What says yes or no, as a veto does, is no way at all. */
function wayTo({ if: supposed, scored }: Trial, now: Scored, threshold: number): number {
  if (supposed.kind === 'threshold') return Math.abs(supposed.to - threshold);
  if (supposed.kind === 'veto' || supposed.kind === 'reads') return 0;
  return Math.abs(scored.score - now.score);
}

function thresholds({ judge, now, good }: Room): Trial[] {
  const { threshold } = judge.desk.settings;
  const to = good ? now.score + 1 : now.score;
  const supposed = { kind: 'threshold' as const, from: threshold, to };
  return to < 1 || to > 100 ? [] : [{ if: supposed, scored: now, threshold: to }];
}

/** Without each rule in turn: vetoes, boosts and penalties alike. */
function withoutRules({ item, judge, again }: Room): Trial[] {
  const { rules, languages } = judge.rules;
  return [...rules].flatMap(([where, list]) => {
    if (where.startsWith('sources/') && where !== `sources/${item.source}`) return [];
    return list.map((rule): Trial => {
      const others = list.filter((one) => one !== rule);
      const kind = rule.effect === 'veto' ? 'veto' : 'rule';
      return {
        if: { kind, name: rule.name, where },
        scored: again({ rules: { rules: new Map(rules).set(where, others), languages } }),
      };
    });
  });
}

/** As the source is trusted that is trusted most, or least. */
function trusted({ item, judge, good, again }: Room): Trial[] {
  const { desk, trust } = judge;
  const [like] = desk.sources
    .map(({ name }) => ({ name, ...trust(name) }))
    .filter(({ decided }) => decided > 0)
    .sort((a, b) => (good ? 1 : -1) * (a.advantage - b.advantage) || (a.name < b.name ? -1 : 1));
  if (like === undefined || like.name === item.source) return [];
  const asLike = (source: string) => trust(source === item.source ? like.name : source);
  return [{ if: { kind: 'trust', like: like.name }, scored: again({ trust: asLike }) }];
}

/** Without what its tone or its likeness to a pick costs, or what the size of its story gains. */
function withoutParts({ judge, now, again }: Room): Trial[] {
  const { desk } = judge;
  const { settings } = desk;
  return (['tone', 'novelty', 'story'] as const).flatMap((kind): Trial[] => {
    const part = now.parts.find(({ signal }) => signal === kind);
    if (part === undefined) return [];
    const weights = { ...settings.weights, [kind]: 0 };
    const other = { ...desk, settings: { ...settings, weights } };
    const evidence = part.evidence ?? '';
    return [{ if: { kind, evidence }, scored: again({ desk: other }) }];
  });
}

/** If an audience read the item's language: only where nobody does. */
function readers({ item: { language }, judge, now, again }: Room): Trial[] {
  if (now.audience !== undefined) return [];
  return judge.audienceModels.map((one) => {
    const data = { ...one.data, languages: [...one.data.languages, language] };
    return {
      if: { kind: 'reads', audience: one.name, language },
      scored: again({ audienceModels: [{ ...one, data }] }),
    };
  });
}

/** The fewest whole days younger, or older, that change it. */
function ages({ item, judge, good, again }: Room): Trial[] {
  const { settings } = judge.desk;
  const { published } = item;
  if (published === undefined) return [];
  const age = daysSince(published, judge.now);
  const most = Math.floor(good ? settings.lookBack - age : age);
  for (let days = 1; days <= Math.min(most, MOST_DAYS); days += 1) {
    const moment = Date.parse(published) + (good ? -days : days) * DAY;
    const scored = again({}, { ...item, published: toInstant(moment) as Instant });
    if (passes(scored, settings.threshold) !== good)
      return [{ if: { kind: good ? 'older' : 'younger', days }, scored }];
  }
  return [];
}
