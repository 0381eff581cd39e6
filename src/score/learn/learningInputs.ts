import type { Desk } from '../../model/desk/desk.ts';
import { buildCorpus, type Corpus } from '../../words/corpus.ts';
import { type AudienceModel, audienceModelsOf } from '../relevance/audienceModel.ts';
import { type Decision, decisionsOf } from '../relevance/decisions.ts';
import { buildFeatureSpace, type FeatureSpace } from '../relevance/featureSpace.ts';
import { once } from '../relevance/once.ts';

/** What a desk's decisions are learned from, read once: each text is looked at once, however often a model is fitted. */
export interface LearningInputs {
  desk: Desk;
  corpus: Corpus;
  space: FeatureSpace;
  audienceModels: AudienceModel[];
  /** in the order of their time */
  decisions: Decision[];
}

/** The texts that the desk knows, without a new batch, and what was decided of them. */
export function learningInputs(desk: Desk): LearningInputs {
  const corpus = buildCorpus(desk, []);
  const space = buildFeatureSpace(corpus);
  return {
    desk,
    corpus,
    space: { ...space, featuresOf: once(space.featuresOf) },
    audienceModels: audienceModelsOf(desk, corpus, space),
    decisions: decisionsOf(desk, corpus),
  };
}
