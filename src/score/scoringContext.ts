import type { Desk } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Topic } from '../model/desk/topic.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { type CompiledRules, compileRules } from '../phrases/rules/compileRules.ts';
import { buildCorpus, type Corpus, type Doc } from '../words/corpus.ts';
import { byLanguage, match, type Profile, topicProfile } from './profile.ts';
import { type AudienceModel, audienceModelsOf } from './relevance/audienceModel.ts';
import { type Decision, decisionsOf } from './relevance/decisions.ts';
import { buildFeatureSpace, type FeatureSpace } from './relevance/featureSpace.ts';
import { learnRelevance, type Relevance } from './relevance/relevance.ts';
import { type Trust, trustBySource } from './trust.ts';

/** BM25F of a topic's own words from which an item is surely about it, and from which it may be. */
export const SURE_MATCH = 6;
const POSSIBLE_MATCH = 3;

/** Everything that items are scored by: it is made once for a batch. */
export interface ScoringContext {
  desk: Desk;
  now: Instant;
  corpus: Corpus;
  /** by id */
  docs: ReadonlyMap<string, Doc>;
  space: FeatureSpace;
  audienceModels: AudienceModel[];
  decisions: Decision[];
  relevance: Relevance;
  rules: CompiledRules;
  trust: (source: string) => Trust;
  sources: ReadonlyMap<string, Source>;
  topics: ReadonlyMap<string, { data: Topic; profile: (language: string) => Profile }>;
}

/** Builds the models of a desk for a batch: corpus, feature space, audiences, relevance, rules, trust and topics. */
export function scoringContext(
  items: readonly ScoredText[],
  desk: Desk,
  now: Instant,
): ScoringContext {
  const corpus = buildCorpus(desk, items);
  const space = buildFeatureSpace(corpus);
  const audienceModels = audienceModelsOf(desk, corpus, space);
  const decisions = decisionsOf(desk, corpus);
  return {
    desk,
    now,
    corpus,
    space,
    audienceModels,
    decisions,
    docs: new Map(corpus.docs.map((doc) => [doc.id, doc])),
    relevance: learnRelevance(audienceModels, decisions, space, desk.settings.weights),
    rules: compileRules(desk),
    trust: trustBySource(desk.ledger.items),
    sources: new Map(desk.sources.map(({ name, data }) => [name, data])),
    topics: new Map(
      desk.topics.map(({ name, data }) => [
        name,
        { data, profile: byLanguage((language) => topicProfile(data, language)) },
      ]),
    ),
  };
}

/** How well a text matches a topic. */
export interface TopicMatch {
  name: string;
  /** BM25F of the topic's own words */
  bm: number;
}

/** The topics that a text may be about, the strongest first. */
export function topicsOf(doc: Doc, { topics, corpus }: ScoringContext): TopicMatch[] {
  return [...topics]
    .map(([name, { profile }]) => ({ name, bm: match(doc, profile(doc.language), corpus).bm }))
    .filter(({ bm }) => bm >= POSSIBLE_MATCH)
    .sort((a, b) => b.bm - a.bm || (a.name < b.name ? -1 : 1));
}
