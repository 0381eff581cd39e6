import type { Features } from '../learning/features.ts';
import type { Signal } from '../model/desk/why.ts';
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

/** What one signal adds to an item's log-odds, and the evidence for it. */
type Declared = (
  facts: ItemFacts,
  context: ScoringContext,
  stories: StoryFinding,
) => Omit<Contribution, 'signal'>;

type DeclaredSignal = Extract<Signal, 'freshness' | 'novelty' | 'story' | 'tone'>;

/** The signals that the desk's settings declare, whoever the item is for, in the order of `SIGNALS`. */
export const DECLARED_SIGNALS: Record<DeclaredSignal, Declared> = {
  freshness: freshnessSignal,
  novelty: noveltySignal,
  story: storySignal,
  tone: toneSignal,
};

/** What the declared signals say of an item; those that say nothing are left out. */
export function declaredSignals(
  facts: ItemFacts,
  context: ScoringContext,
  stories: StoryFinding,
): Contribution[] {
  return Object.entries(DECLARED_SIGNALS)
    .map(([signal, declare]) => ({
      signal: signal as DeclaredSignal,
      ...declare(facts, context, stories),
    }))
    .filter(({ value }) => value !== 0);
}

/** The half-life is that of the topic that the item is surely about, or else its source's, or else the desk's. */
function freshnessSignal(
  { item, age, topics: about }: ItemFacts,
  { desk, topics, sources }: ScoringContext,
): ReturnType<Declared> {
  const topic = about.find(({ bm }) => bm >= SURE_MATCH)?.name ?? '';
  const halfLife =
    topics.get(topic)?.data.halfLife ??
    sources.get(item.source)?.halfLife ??
    desk.settings.halfLife;
  const days = Math.max(0, age ?? 0);
  return {
    value: desk.settings.weights.freshness * (freshness(days, halfLife) - 1),
    evidence: String(Math.floor(days)),
  };
}

function noveltySignal(
  { item }: ItemFacts,
  { desk }: ScoringContext,
  stories: StoryFinding,
): ReturnType<Declared> {
  const { left, pick } = stories.novelty(item.id);
  const value = desk.settings.weights.novelty * (left - 1);
  return { value, ...(pick && { evidence: pick }) };
}

function storySignal(
  { item }: ItemFacts,
  { desk }: ScoringContext,
  stories: StoryFinding,
): ReturnType<Declared> {
  const publishers = stories.of(item.id)?.publishers ?? 1;
  const size = Math.log2((1 + publishers) / 2) / Math.log2((1 + LARGE_STORY) / 2);
  return {
    value: desk.settings.weights.story * Math.min(1, size),
    evidence: String(publishers),
  };
}

function toneSignal({ item }: ItemFacts, { desk }: ScoringContext): ReturnType<Declared> {
  const { title, language } = item;
  const { penalty, rule, words } = titleTone(title, language, desk.rules.tone);
  return {
    value: -desk.settings.weights.tone * penalty,
    ...(rule && { evidence: rule }),
    ...(words && { terms: [words] }),
  };
}
