import type { Desk } from '../model/desk/desk.ts';
import type { Settings } from '../model/desk/settings.ts';
import type { Instant } from '../model/desk/time.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { applyRules, type Ruling } from '../phrases/rules/applyRules.ts';
import { findStories, type StoryFinding } from '../stories/findStories.ts';
import { primarySubtag } from '../text/primarySubtag.ts';
import { type Contribution, type Points, toPoints } from './points.ts';
import type { AudienceModel } from './relevance/audienceModel.ts';
import type { Scored } from './scored.ts';
import { type ScoringContext, SURE_MATCH, scoringContext } from './scoringContext.ts';
import { declaredSignals, factsOf, type ItemFacts, relevanceSignals } from './signals.ts';
import { withTerms } from './withTerms.ts';

/** The scores of a batch, and what they were made from. */
export interface Scoring<T extends ScoredText = ScoredText> {
  /** in the order of the items */
  scored: Scored<T>[];
  stories: StoryFinding;
  context: ScoringContext;
}

export interface ScoreOptions {
  now: Instant;
}

/** Times the budget: for so many items the reasons name the words behind them; for the others `explain` finds them. */
const WORDED = 3;

/**
 * Scores items for the desk's audiences: how relevant they are, and what the desk declares beside it. Relevance rests on
 * the words of the desk's topics, on words that its archive uses with them, on what was kept and dropped before, and on
 * the source. Declared are age, novelty, how many publishers tell the story, tone, and rules. The scores depend on the
 * desk and the batch alone, in whatever order they come.
 */
export function score<T extends ScoredText>(
  items: readonly T[],
  desk: Desk,
  { now }: ScoreOptions,
): Scoring<T> {
  const context = scoringContext(items, desk, now);
  const trust = (source: string) => context.trust(source).advantage;
  const stories = findStories(items, desk, context.corpus, { now, trust });
  const scored = items.map((item) => scoreOne(item, context, stories));
  const worded = mayBeProposed(scored, desk.settings);
  return {
    scored: scored.map((one) => (worded.has(one) ? withTerms(one, context) : one)),
    stories,
    context,
  };
}

/** The best items over the threshold: those that may be proposed, and as many again as a curator may ask about. */
function mayBeProposed<S extends Scored>(
  scored: readonly S[],
  { threshold, budget }: Settings,
): ReadonlySet<S> {
  const best = scored
    .filter((one) => one.score >= threshold)
    .sort((a, b) => b.score - a.score || (a.item.id < b.item.id ? -1 : 1));
  return new Set(best.slice(0, WORDED * budget));
}

/** @param item need not be of the batch that the context was made for */
export function scoreOne<T extends ScoredText>(
  item: T,
  context: ScoringContext,
  stories: StoryFinding,
): Scored<T> {
  const facts = factsOf(item, context);
  const declared = declaredSignals(facts, context, stories);
  const results = context.audienceModels
    .filter(({ data }) => data.languages.some((one) => sameLanguage(one, item.language)))
    .map((model) => scoreFor(model, facts, declared, context))
    .sort(bestFirst);
  return toScored(item, facts, results);
}

/** What an item comes to for one audience. */
interface Result extends Points {
  audience: string;
  ruling: Ruling;
  relevance: number;
  base: number;
  contributions: Contribution[];
}

function scoreFor(
  model: AudienceModel,
  facts: ItemFacts,
  declared: readonly Contribution[],
  context: ScoringContext,
): Result {
  const { item, age, topics } = facts;
  const ruling = applyRules(context.rules, item, {
    ...(age !== undefined && { age }),
    audience: model.name,
    topics: topics.map(({ name }) => name),
  });
  const { base, relevance, ...own } = relevanceSignals(model, facts, context);
  const contributions = [...own.contributions, ...declared, ...ruleContributions(ruling)];
  return {
    audience: model.name,
    ruling,
    relevance,
    base,
    contributions,
    ...toPoints(base, contributions),
  };
}

function ruleContributions({ adjustments }: Ruling): Contribution[] {
  return adjustments.map(({ name, value, terms }) => ({
    signal: 'rule',
    value,
    evidence: name,
    ...(terms.length > 0 && { terms }),
  }));
}

function toScored<T extends ScoredText>(
  item: T,
  { topics }: ItemFacts,
  results: readonly Result[],
): Scored<T> {
  const [best] = results;
  const about = topics.filter(({ name }) => !best?.ruling.excludedTopics.includes(name));
  return {
    item,
    score: best?.score ?? 0,
    audience: best?.audience,
    why: best?.why ?? [],
    audiences: Object.fromEntries(results.map(({ audience, score }) => [audience, score])),
    topics: about.filter(({ bm }) => bm >= SURE_MATCH).map(({ name }) => name),
    suggestedTopics: about.filter(({ bm }) => bm < SURE_MATCH).map(({ name }) => name),
    veto: best?.ruling.veto?.name,
    relevance: best?.relevance ?? Number.NEGATIVE_INFINITY,
    base: best?.base ?? 0,
    contributions: best?.contributions ?? [],
  };
}

/** An audience without a veto before one with a veto; then by score; then by name. */
function bestFirst(a: Result, b: Result): number {
  return (
    Number(a.ruling.veto !== undefined) - Number(b.ruling.veto !== undefined) ||
    b.score - a.score ||
    (a.audience < b.audience ? -1 : 1)
  );
}

function sameLanguage(a: string, b: string): boolean {
  return primarySubtag(a) === primarySubtag(b);
}
