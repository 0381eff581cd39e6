import type { Features } from '../../learning/features.ts';
import type { Desk } from '../../model/desk/desk.ts';
import { buildCorpus, type Corpus, type Doc } from '../../words/corpus.ts';
import { type Decision, decisionsOf } from '../relevance/decisions.ts';
import { buildSpace, type Space } from '../relevance/space.ts';
import { type Wanted, wantedBy } from '../relevance/wanted.ts';

/** What a desk's decisions are learned from, read once: each text is looked at once, however often a model is made. */
export interface Learning {
  desk: Desk;
  corpus: Corpus;
  space: Space;
  wanted: Wanted[];
  /** in the order of their time */
  decisions: Decision[];
}

/** The texts that the desk knows, without a new batch, and what was decided of them. */
export function openLearning(desk: Desk): Learning {
  const corpus = buildCorpus(desk, []);
  const space = buildSpace(corpus);
  const made = new Map<Doc, Features>();
  const featuresOf = (doc: Doc): Features => {
    const features = made.get(doc) ?? space.featuresOf(doc);
    made.set(doc, features);
    return features;
  };
  return {
    ...{ desk, corpus },
    space: { ...space, featuresOf },
    wanted: wantedBy(desk, corpus, space),
    decisions: decisionsOf(desk, corpus),
  };
}
