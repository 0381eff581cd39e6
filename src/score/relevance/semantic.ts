import { dot } from '../../words/vector.ts';
import type { Features } from '../../learning/features.ts';
import {
  fitLogisticRegression,
  type LogitWeights,
  logitShift,
  type TrainingExample,
} from '../../learning/logisticRegression.ts';
import { systematicSample } from '../../learning/systematicSample.ts';
import { type Corpus, type Doc, idf } from '../../words/corpus.ts';
import type { Profile } from '../profile.ts';
import type { FeatureSpace } from './featureSpace.ts';

/** What texts that answer a profile speak of besides its words. */
export interface Semantic {
  /** -1 (nothing of the kind) to 1 (very much of the kind) */
  of(features: Features): number;
  /** how far it is to be heard, 0 to 1: a young archive has seen little */
  weight: number;
  /** what makes a text one of the kind, in log-odds; `of` is this, a `SCALE`th of it, within its limits */
  weights: LogitWeights;
}

/** Log-odds that count as very much of a kind. */
export const SCALE = 5;
/** With fewer texts there is nothing to learn what the profile's words keep company with. */
const FEWEST_TEXTS = 60;
/** Texts with which an archive is heard half. */
const YOUNG = 300;
/** Texts that are ranked at most; more would find no other words. */
const MOST_TEXTS = 3_000;
/** The share of texts that are taken for the kind, and how many of them are looked at. */
const KIN_SHARE = 0.1;
const FEWEST_KIN = 20;
const MOST_KIN = 150;
const FEWEST_TO_LEARN = 5;
/** The examples are guesses: weights that fit them to the last are no better. */
const STEPS = 12;
/** Others looked at for each of the kind. */
const OTHERS = 4;

/**
 * Pseudo-relevance feedback over latent semantic analysis: the texts that answer a profile best, by its words and by
 * where these lie in the directions of meaning, are taken for examples of what it means, the worse half for what it does
 * not mean, and a weight is learned for every word and direction. No decision has a part in it.
 * @param matchOf a text's match with the profile, 0 to 1; see `saturate`
 * @returns undefined where the corpus is too small, or where fewer than a handful of its texts answer
 * @see https://nlp.stanford.edu/IR-book/html/htmledition/pseudo-relevance-feedback-1.html
 */
export function semanticOf(
  { corpus, space }: { corpus: Corpus; space: FeatureSpace },
  profileOf: (language: string) => Profile,
  matchOf: (doc: Doc) => number,
): Semantic | undefined {
  if (space.lsa === undefined || corpus.docs.length < FEWEST_TEXTS) return undefined;
  const ranked = rank(systematicSample(corpus.docs, MOST_TEXTS), profileOf, matchOf, {
    corpus,
    space,
  });
  const top = Math.max(FEWEST_KIN, Math.floor(ranked.length * KIN_SHARE));
  const kin = systematicSample(
    ranked.slice(0, top).filter(({ match }) => match > 0),
    MOST_KIN,
  );
  if (kin.length < FEWEST_TO_LEARN) return undefined;
  const others = systematicSample(
    ranked.slice(Math.floor(ranked.length * 0.4)),
    OTHERS * kin.length,
  );
  const learned = fitLogisticRegression(
    [
      ...kin.map(toExample(space, true, 1)),
      ...others.map(toExample(space, false, kin.length / others.length)),
    ],
    space.size,
    { steps: STEPS },
  );
  const seen = corpus.docs.length;
  return {
    weights: learned,
    weight: seen / (seen + YOUNG),
    of: (features) =>
      Math.max(-1, Math.min(1, (logitShift(learned, features) + learned.bias) / SCALE)),
  };
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
  { corpus, space }: { corpus: Corpus; space: FeatureSpace },
): Ranked[] {
  const queries = new Map<string, Float64Array>();
  const likeness = docs.map((doc) => {
    const { language } = doc;
    const query =
      queries.get(language) ?? space.foldIn(bagOf(profileOf(language), language, corpus));
    queries.set(language, query);
    return dot(query, space.latentOf(doc));
  });
  const high = likeness.toSorted((a, b) => a - b)[Math.floor(docs.length * 0.98)] ?? 1;
  const scale = Math.max(0.05, high);
  return docs
    .map((doc, at) => {
      const match = matchOf(doc);
      const like = Math.max(-0.5, Math.min(1.2, (likeness[at] as number) / scale));
      return { doc, match, value: 1.5 * match + like };
    })
    .sort((a, b) => b.value - a.value || (a.doc.id < b.doc.id ? -1 : 1));
}

/** A profile as a bag of stems, the rare ones weighing more. */
function* bagOf(
  profile: Profile,
  language: string,
  corpus: Corpus,
): Generator<[stem: string, weight: number]> {
  for (const [term, weight] of profile) {
    const stems = term.split(' ');
    for (const stem of stems) {
      const rare = idf(corpus.documentFrequency(stem, language), corpus.size(language));
      yield [stem, (weight * rare) / stems.length];
    }
  }
}
