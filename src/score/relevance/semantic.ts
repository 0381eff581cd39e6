import type { Features } from '../../learning/features.ts';
import {
  fitLogisticRegression,
  type LogitWeights,
  logitShift,
  type TrainingExample,
} from '../../learning/logisticRegression.ts';
import { systematicSample } from '../../learning/systematicSample.ts';
import { type Corpus, type Doc, idf } from '../../words/corpus.ts';
import { at, dot } from '../../words/vector.ts';
import type { Profile } from '../profile.ts';
import type { FeatureSpace } from './featureSpace.ts';

/** What texts that answer a profile speak of besides its words. */
export interface Semantic {
  /** -1 (nothing of the kind) to 1 (very much of the kind) */
  of(features: Features): number;
  /** how far it counts, 0 to 1: a young archive has seen little */
  weight: number;
  /** what makes a text one of the kind, in log-odds; `of` is this, a `SCALE`th of it, within its limits */
  weights: LogitWeights;
}

/** Log-odds that count as very much of a kind. */
export const SCALE = 5;
/** With fewer texts there is nothing to learn which words go with the profile's. */
const FEWEST_TEXTS = 60;
/** Texts with which an archive counts half. */
const YOUNG = 300;
/** Texts that are ranked at most; more would find no other words. */
const MOST_TEXTS = 3_000;
/** The share of texts, the best first, that are taken for relevant, and how many of them are learned from. */
const RELEVANT_SHARE = 0.1;
const FEWEST_RELEVANT = 20;
const MOST_RELEVANT = 150;
const FEWEST_TO_LEARN = 5;
/** The share of texts, the best first, of which none is taken for irrelevant. */
const UNDECIDED_SHARE = 0.4;
/** Irrelevant texts that are learned from for each relevant one. */
const IRRELEVANT = 4;
/** The examples are guesses: weights that fit them to the last are no better. */
const STEPS = 12;
/** What a match with the profile's words counts beside likeness to them. */
const MATCH_WEIGHT = 1.5;

/** A corpus and what its texts look like. */
interface Archive {
  corpus: Corpus;
  space: FeatureSpace;
}

/**
 * Pseudo-relevance feedback over latent semantic analysis: the texts that answer a profile best, by its words and by
 * where these lie in the latent space, are taken to be relevant, the worse half not to be, and a weight is learned for
 * every term and latent dimension. No decision has a part in it.
 * @param matchOf a text's match with the profile, 0 to 1; see `saturate`
 * @returns undefined if the corpus is too small, or if fewer than a handful of its texts answer
 * @see https://nlp.stanford.edu/IR-book/html/htmledition/pseudo-relevance-feedback-1.html
 */
export function semanticOf(
  archive: Archive,
  profileOf: (language: string) => Profile,
  matchOf: (doc: Doc) => number,
): Semantic | undefined {
  const { corpus, space } = archive;
  if (space.lsa === undefined || corpus.docs.length < FEWEST_TEXTS) return undefined;
  const ranked = rank(systematicSample(corpus.docs, MOST_TEXTS), profileOf, matchOf, archive);
  const examples = pseudoRelevant(ranked, space);
  if (examples === undefined) return undefined;
  const weights = fitLogisticRegression(examples, space.size, { steps: STEPS });
  const seen = corpus.docs.length;
  return {
    weights,
    weight: seen / (seen + YOUNG),
    of: (features) =>
      Math.max(-1, Math.min(1, (logitShift(weights, features) + weights.bias) / SCALE)),
  };
}

/** The best of ranked texts as examples of what is relevant, the worse of what is not; both sides weigh the same. */
function pseudoRelevant(
  ranked: readonly Ranked[],
  space: FeatureSpace,
): TrainingExample[] | undefined {
  const top = Math.max(FEWEST_RELEVANT, Math.floor(ranked.length * RELEVANT_SHARE));
  const relevant = systematicSample(
    ranked.slice(0, top).filter(({ match }) => match > 0),
    MOST_RELEVANT,
  );
  if (relevant.length < FEWEST_TO_LEARN) return undefined;
  const irrelevant = systematicSample(
    ranked.slice(Math.floor(ranked.length * UNDECIDED_SHARE)),
    IRRELEVANT * relevant.length,
  );
  return [
    ...relevant.map(toExample(space, true, 1)),
    ...irrelevant.map(toExample(space, false, relevant.length / irrelevant.length)),
  ];
}

function toExample(
  space: FeatureSpace,
  kept: boolean,
  weight: number,
): (one: Ranked) => TrainingExample {
  return ({ doc }) => ({ features: space.featuresOf(doc), kept, weight, offset: 0 });
}

interface Ranked {
  doc: Doc;
  match: number;
}

/** Texts by how well they answer: by the profile's words, and by likeness to them where few of the words occur. */
function rank(
  docs: readonly Doc[],
  profileOf: (language: string) => Profile,
  matchOf: (doc: Doc) => number,
  archive: Archive,
): Ranked[] {
  const cosines = cosinesOf(docs, profileOf, archive);
  const high = cosines.toSorted((a, b) => a - b)[Math.floor(docs.length * 0.98)] ?? 1;
  const scale = Math.max(0.05, high);
  return docs
    .map((doc, n) => {
      const match = matchOf(doc);
      const likeness = Math.max(-0.5, Math.min(1.2, at(cosines, n) / scale));
      return { doc, match, value: MATCH_WEIGHT * match + likeness };
    })
    .sort((a, b) => b.value - a.value || (a.doc.id < b.doc.id ? -1 : 1));
}

/** The cosine of each text and the profile of its language, in the latent space. */
function cosinesOf(
  docs: readonly Doc[],
  profileOf: (language: string) => Profile,
  { corpus, space }: Archive,
): number[] {
  const queries = new Map<string, Float64Array>();
  return docs.map((doc) => {
    const { language } = doc;
    const query =
      queries.get(language) ?? space.foldIn(queryOf(profileOf(language), language, corpus));
    queries.set(language, query);
    return dot(query, space.latentOf(doc));
  });
}

/** A profile as a query: a bag of stems, weighed by how rare they are. */
function* queryOf(
  profile: Profile,
  language: string,
  corpus: Corpus,
): Generator<[stem: string, weight: number]> {
  for (const [term, weight] of profile) {
    const stems = term.split(' ');
    for (const stem of stems) {
      const rarity = idf(corpus.documentFrequency(stem, language), corpus.size(language));
      yield [stem, (weight * rarity) / stems.length];
    }
  }
}
