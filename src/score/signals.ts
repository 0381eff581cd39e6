import type { Features } from '../learning/features.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import type { StoryFinding } from '../stories/findStories.ts';
import { daysSince } from '../text/time.ts';
import { type Doc, toDoc } from '../words/corpus.ts';
import { freshness } from './freshness.ts';
import type { Contribution } from './points.ts';
import type { AudienceModel } from './relevance/audienceModel.ts';
import { type ScoringContext, SURE_MATCH, type TopicMatch, topicsOf } from './scoringContext.ts';
import { titleTone } from './tone.ts';

/** The story signal reaches its full weight if so many publishers tell the story. */
const LARGE_STORY = 8;

/** An item, and what its signals are computed from, whoever it is for. */
export interface ItemFacts {
  item: ScoredText;
  doc: Doc;
  features: Features;
  /** days since publication; undefined if the item has no date */
  age: number | undefined;
  /** topics that it may be about, the strongest first */
  topics: TopicMatch[];
}

/** @param item need not be of the batch that the context was made for */
export function factsOf(item: ScoredText, context: ScoringContext): ItemFacts {
  const doc = context.docs.get(item.id) ?? toDoc(item);
  return {
    item,
    doc,
    features: context.space.featuresOf(doc),
    age: item.published === undefined ? undefined : daysSince(item.published, context.now),
    topics: topicsOf(doc, context),
  };
}

/** The signals of relevance: how likely an audience's item is to be kept, in calibrated log-odds. */
export function relevanceSignals(
  model: AudienceModel,
  { item, doc, features }: ItemFacts,
  { relevance, trust, desk }: ScoringContext,
): { base: number; relevance: number; contributions: Contribution[] } {
  const { base, profile, semantic, learned } = relevance.partsOf(model, doc, features);
  const { kept, decided, advantage } = trust(item.source);
  const contributions: Contribution[] = [
    { signal: 'profile', value: profile, terms: model.match(doc).terms },
    { signal: 'semantic', value: semantic },
    { signal: 'learned', value: learned, evidence: String(relevance.decisions) },
    {
      signal: 'trust',
      value: desk.settings.weights.trust * advantage,
      evidence: `${kept}/${decided}`,
    },
  ];
  const start = base + relevance.shift;
  return {
    base: start,
    relevance: contributions.reduce((sum, { value }) => sum + value, start),
    contributions: contributions.filter(({ value }) => value !== 0),
  };
}

/** The signals that the desk's settings declare, whoever the item is for: freshness, novelty, story and tone. */
export function declaredSignals(
  facts: ItemFacts,
  context: ScoringContext,
  stories: StoryFinding,
): Contribution[] {
  const { id } = facts.item;
  const contributions = [
    freshnessSignal(facts, context),
    noveltySignal(id, context, stories),
    storySignal(id, context, stories),
    toneSignal(facts.item, context),
  ];
  return contributions.filter(({ value }) => value !== 0);
}

/** The half-life is that of the topic that the item is surely about, or else its source's, or else the desk's. */
function freshnessSignal(
  { item, age, topics: about }: ItemFacts,
  { desk, topics, sources }: ScoringContext,
): Contribution {
  const topic = about.find(({ bm }) => bm >= SURE_MATCH)?.name ?? '';
  const halfLife =
    topics.get(topic)?.data.halfLife ??
    sources.get(item.source)?.halfLife ??
    desk.settings.halfLife;
  const days = Math.max(0, age ?? 0);
  return {
    signal: 'freshness',
    value: desk.settings.weights.freshness * (freshness(days, halfLife) - 1),
    evidence: String(Math.floor(days)),
  };
}

function noveltySignal(id: string, { desk }: ScoringContext, stories: StoryFinding): Contribution {
  const { left, pick } = stories.novelty(id);
  const value = desk.settings.weights.novelty * (left - 1);
  return { signal: 'novelty', value, ...(pick && { evidence: pick }) };
}

function storySignal(id: string, { desk }: ScoringContext, stories: StoryFinding): Contribution {
  const publishers = stories.of(id)?.publishers ?? 1;
  const size = Math.log2((1 + publishers) / 2) / Math.log2((1 + LARGE_STORY) / 2);
  return {
    signal: 'story',
    value: desk.settings.weights.story * Math.min(1, size),
    evidence: String(publishers),
  };
}

function toneSignal({ title, language }: ScoredText, { desk }: ScoringContext): Contribution {
  const { penalty, rule, words } = titleTone(title, language, desk.rules.tone);
  return {
    signal: 'tone',
    value: -desk.settings.weights.tone * penalty,
    ...(rule && { evidence: rule }),
    ...(words && { terms: [words] }),
  };
}
