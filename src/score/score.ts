import type { Desk } from '../model/desk/desk.ts';
import type { Settings } from '../model/desk/settings.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Reason } from '../model/desk/why.ts';
import type { Item } from '../model/run/item.ts';
import { applyRules } from '../phrases/rules/applyRules.ts';
import { findStories, type StoryFinding } from '../stories/findStories.ts';
import { primarySubtag } from '../text/primarySubtag.ts';
import { daysSince } from '../text/time.ts';
import { toDoc } from '../words/corpus.ts';
import { inWords } from './inWords.ts';
import { type Judge, makeJudge, SURELY, topicsOf } from './judge.ts';
import { declaredParts, relevantParts } from './parts.ts';
import { type Contribution, toPoints } from './points.ts';
import type { AudienceModel } from './relevance/audienceModel.ts';

/** An item with a score for each audience that reads its language. */
export interface Scored {
  item: Item;
  /** 0 to 100: that of the best audience; 0 when nobody reads the item's language */
  score: number;
  audience?: string;
  /** points that add up to `score` */
  why: Reason[];
  audiences: Record<string, number>;
  /** those that it is surely about, the strongest first */
  topics: string[];
  /** those that it may be about */
  suggestedTopics: string[];
  /** set when a rule of the desk stands in the item's way: `residents avoids "horoscope"` */
  veto?: string;
  /** log-odds of being kept for `audience`, before what the desk declares of age, novelty and the like */
  relevance: number;
  /** log-odds that every item begins with */
  base: number;
  /** all that made `score`, in log-odds, for who asks for more than `why` has room for */
  parts: Contribution[];
}

/** What scoring a batch came to. */
export interface Scoring {
  /** in the order of the items */
  scored: Scored[];
  stories: StoryFinding;
  judge: Judge;
}

export interface ScoreOptions {
  now: Instant;
}

/** Times the budget: items whose reasons name the words behind them; of the others `explain` finds them. */
const SHOWN = 3;

/**
 * Relevance of items for the desk's audiences, and what the desk declares beside it. Relevance: the words of its topics,
 * what its archive says in the same breath, what was kept and dropped before, and the source. Declared: age, novelty,
 * how many publishers tell the story, tone, and rules. A function of the desk and the batch, in whatever order they come.
 */
export function score(items: readonly Item[], desk: Desk, { now }: ScoreOptions): Scoring {
  const judge = makeJudge(items, desk, now);
  const trust = (source: string) => judge.trust(source).advantage;
  const stories = findStories(items, desk, judge.corpus, { now, trust });
  const scored = items.map((item) => scoreOne(item, judge, stories));
  for (const one of mayBeShown(scored, desk.settings)) Object.assign(one, inWords(one, judge));
  return { scored, stories, judge };
}

/** Those good enough to be proposed, and as many again as a curator may ask about. */
function mayBeShown(scored: readonly Scored[], { threshold, budget }: Settings): Scored[] {
  return scored
    .filter((one) => one.score >= threshold)
    .sort((a, b) => b.score - a.score || (a.item.id < b.item.id ? -1 : 1))
    .slice(0, SHOWN * budget);
}

/** @param judge what items are judged by; the item need not be of its batch */
export function scoreOne(item: Item, judge: Judge, stories: StoryFinding): Scored {
  const doc = judge.docs.get(item.id) ?? toDoc(item);
  const features = judge.space.featuresOf(doc);
  const about = topicsOf(doc, judge);
  const age = item.published === undefined ? undefined : daysSince(item.published, judge.now);
  const declared = declaredParts(item, { age, about, judge, stories });
  const results = judge.audienceModels
    .filter(({ data }) => data.languages.some((one) => sameLanguage(one, item.language)))
    .map((wanted) => {
      const ruling = applyRules(judge.rules, item, {
        ...(age !== undefined && { age }),
        audience: wanted.name,
        topics: about.map(({ name }) => name),
      });
      const own = relevantParts(item, doc, features, wanted, judge);
      const rules = ruling.adjustments.map(({ name, value, terms }) => ({
        ...{ signal: 'rule' as const, value, evidence: name },
        ...(terms.length > 0 && { terms }),
      }));
      const parts = [...own.parts, ...declared, ...rules];
      return { wanted, ruling, ...own, parts, ...toPoints(own.base, parts) };
    })
    .sort(bestFirst);
  const best = results[0];
  const holding = about.filter(({ name }) => !best?.ruling.excludedTopics.includes(name));
  return {
    item,
    score: best?.score ?? 0,
    audience: best?.wanted.name,
    why: best?.why ?? [],
    audiences: Object.fromEntries(results.map((result) => [result.wanted.name, result.score])),
    topics: holding.filter(({ bm }) => bm >= SURELY).map(({ name }) => name),
    suggestedTopics: holding.filter(({ bm }) => bm < SURELY).map(({ name }) => name),
    veto: best?.ruling.veto?.name,
    relevance: best?.relevance ?? Number.NEGATIVE_INFINITY,
    base: best?.base ?? 0,
    parts: best?.parts ?? [],
  };
}

interface Result {
  wanted: AudienceModel;
  ruling: { veto?: unknown };
  score: number;
}

/** An audience that does not veto before one that does; then by score; then by name. */
function bestFirst(a: Result, b: Result): number {
  return (
    Number(a.ruling.veto !== undefined) - Number(b.ruling.veto !== undefined) ||
    b.score - a.score ||
    (a.wanted.name < b.wanted.name ? -1 : 1)
  );
}

function sameLanguage(a: string, b: string): boolean {
  return primarySubtag(a) === primarySubtag(b);
}
