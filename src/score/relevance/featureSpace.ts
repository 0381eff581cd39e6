import type { Features } from '../../learning/features.ts';
import { fitLsa, LATENT_DIMENSIONS, type LatentSpace } from '../../learning/lsa.ts';
import { systematicSample } from '../../learning/systematicSample.ts';
import type { Corpus, Doc } from '../../words/corpus.ts';
import {
  accumulator,
  concatenated,
  prefix,
  type SparseVector,
  scaledToNorm,
} from '../../words/sparseVector.ts';
import { norm } from '../../words/vector.ts';
import type { Word } from '../../words/words.ts';
import { BIGRAM_BUCKETS, bigramOf, hashedTfIdf, NGRAM_BUCKETS, ngramsOf } from './hashedTerms.ts';
import { buildVocabulary, stemTfIdf } from './vocabulary.ts';

/** Turns texts into feature vectors: tf-idf of stems, bigrams and character n-grams, and a place in a latent space. */
export interface FeatureSpace {
  /** every number of a term is below this */
  size: number;
  /** undefined if there are too few texts to see which words occur together */
  lsa: LatentSpace | undefined;
  featuresOf(doc: Doc): Features;
  /** `featuresOf(doc).latent`, and no more */
  latentOf(doc: Doc): Float64Array;
  /** where a bag of stems lies in the latent space: of norm 1, or all zero */
  foldIn(stems: Iterable<readonly [stem: string, weight: number]>): Float64Array;
  /** the terms that a word gives a text: numbers of its stem and of its character n-grams */
  termsOf(word: Word): { stem: number | undefined; ngrams: Int32Array };
  /** the number of the bigram of two words that stand side by side */
  bigramOf(first: Word, second: Word): number;
}

/** What n-grams weigh beside stems and bigrams, which together have norm 1. */
const NGRAM_NORM = 1;
/** Texts that the latent space is fitted to; more would hardly turn it. */
const LSA_TEXTS = 3_000;

/** The feature space of a corpus: the same corpus gives the same numbers. */
export function buildFeatureSpace(corpus: Corpus): FeatureSpace {
  const vocabulary = buildVocabulary(corpus);
  const { lsaSize, ids } = vocabulary;
  const ngramsFrom = ids.size;
  const bigramsFrom = ngramsFrom + NGRAM_BUCKETS;
  const stemsOf = stemTfIdf(vocabulary, corpus);
  const hashed = hashedTfIdf(corpus.docs);
  const toLsaTerms = (stems: SparseVector) => scaledToNorm(1, prefix(lsaSize, stems));
  const sample = systematicSample(corpus.docs, LSA_TEXTS);
  const lsa = fitLsa(
    sample.map((doc) => toLsaTerms(stemsOf(doc))),
    lsaSize,
  );
  const bag = accumulator(lsaSize);

  return {
    size: bigramsFrom + BIGRAM_BUCKETS,
    lsa,
    featuresOf(doc) {
      const stems = stemsOf(doc);
      const lsaTerms = toLsaTerms(stems);
      const ngrams = scaledToNorm(NGRAM_NORM, hashed.ngrams(doc));
      const [ownStems, bigrams] = scaledTogether(stems, hashed.bigrams(doc));
      const words = concatenated(ownStems, ngrams, ngramsFrom);
      return {
        terms: concatenated(words, bigrams, bigramsFrom),
        lsaTerms,
        ...project(lsa, lsaTerms),
      };
    },
    latentOf: (doc) => project(lsa, toLsaTerms(stemsOf(doc))).latent,
    foldIn(stems) {
      for (const [stem, weight] of stems) {
        const id = ids.get(stem);
        if (id !== undefined && id < lsaSize) bag.add(id, weight);
      }
      const terms = bag.drain((weight) => weight);
      return project(lsa, terms).latent;
    },
    termsOf: (word) => ({
      stem: ids.get(word.stem),
      ngrams: ngramsOf(word).map((ngram) => ngram + ngramsFrom),
    }),
    bigramOf: (first, second) => bigramOf(first, second) + bigramsFrom,
  };
}

/** Two vectors that share one norm of 1. */
function scaledTogether(first: SparseVector, second: SparseVector): [SparseVector, SparseVector] {
  const { values } = scaledToNorm(1, concatenated(first, second, 0));
  const cut = first.ids.length;
  return [
    { ids: first.ids, values: values.subarray(0, cut) },
    { ids: second.ids, values: values.subarray(cut) },
  ];
}

/** The direction in which terms lie in the latent space, and the norm of their sum there. */
function project(
  lsa: LatentSpace | undefined,
  terms: SparseVector,
): Pick<Features, 'latent' | 'latentNorm'> {
  const sum = lsa?.project(terms) ?? new Float64Array(LATENT_DIMENSIONS);
  const latentNorm = norm(sum);
  return { latent: latentNorm > 0 ? sum.map((value) => value / latentNorm) : sum, latentNorm };
}
