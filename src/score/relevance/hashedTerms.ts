import { type Doc, idf } from '../../words/corpus.ts';
import { hash, hashPair } from '../../words/hash.ts';
import { accumulator, type SparseVector } from '../../words/sparseVector.ts';
import { at, f64At } from '../../words/vector.ts';
import { foldVowels, type Word } from '../../words/words.ts';

/** Letters in an n-gram: enough to mean something, few enough for cognates (nacional, national). */
const NGRAM_LENGTH = 5;
/**
 * Character n-grams and bigrams of words are numbered by hash, so that no table of them is held.
 * @see https://en.wikipedia.org/wiki/Feature_hashing
 */
export const NGRAM_BUCKETS = 2 ** 18;
export const BIGRAM_BUCKETS = 2 ** 18;
/** A title's words count as many times as the body's. */
const TITLE_WEIGHT = 3;

/** Weighs the hashed terms of a text. */
export interface HashedTerms {
  ngrams(doc: Doc): SparseVector;
  bigrams(doc: Doc): SparseVector;
}

/** Tf-idf of character n-grams, and of the bigrams that at least two texts have, over all languages. */
export function hashedTfIdf(docs: readonly Doc[]): HashedTerms {
  const frequencies = documentFrequencies(docs);
  const ngramIdfs = Float64Array.from(frequencies.ngrams, (count) => idf(count, docs.length));
  const sums = accumulator(Math.max(NGRAM_BUCKETS, BIGRAM_BUCKETS));
  return {
    ngrams(doc) {
      eachWord(doc, (word, times) => {
        for (const ngram of ngramsOf(word)) sums.add(ngram, times);
      });
      return sums.drain((count, ngram) => Math.log1p(count) * f64At(ngramIdfs, ngram));
    },
    bigrams(doc) {
      eachBigram(doc, (bigram, times) => sums.add(bigram, times));
      return sums.drain((count, bigram) => {
        const frequency = at(frequencies.bigrams, bigram);
        return frequency < 2 ? 0 : Math.log1p(count) * idf(frequency, docs.length);
      });
    },
  };
}

/** Texts that hold each n-gram and each bigram; two that share a hash look as common as the two together. */
function documentFrequencies(docs: readonly Doc[]): { ngrams: Uint32Array; bigrams: Uint32Array } {
  const ngrams = documentCounter(NGRAM_BUCKETS);
  const bigrams = documentCounter(BIGRAM_BUCKETS);
  for (const [number, doc] of docs.entries()) {
    eachWord(doc, (word) => {
      for (const ngram of ngramsOf(word)) ngrams.count(ngram, number);
    });
    eachBigram(doc, (bigram) => bigrams.count(bigram, number));
  }
  return { ngrams: ngrams.counts, bigrams: bigrams.counts };
}

/** Counts the documents of each bucket, given one document after the other. */
function documentCounter(buckets: number) {
  const counts = new Uint32Array(buckets);
  const last = new Int32Array(buckets).fill(-1);
  return {
    counts,
    count(bucket: number, document: number): void {
      if (last[bucket] === document) return;
      last[bucket] = document;
      counts[bucket] = at(counts, bucket) + 1;
    },
  };
}

/** Calls `take` with each word of a text, and with how many times it counts. */
export function eachWord({ title, body }: Doc, take: (word: Word, times: number) => void): void {
  for (const word of title) take(word, TITLE_WEIGHT);
  for (const word of body) take(word, 1);
}

function eachBigram({ title, body }: Doc, take: (bigram: number, times: number) => void): void {
  for (let n = 1; n < title.length; n += 1)
    take(bigramOf(at(title, n - 1), at(title, n)), TITLE_WEIGHT);
  for (let n = 1; n < body.length; n += 1) take(bigramOf(at(body, n - 1), at(body, n)), 1);
}

/** The bucket of two words that stand side by side. */
export function bigramOf(first: Word, second: Word): number {
  return hashPair(first.code, second.code) % BIGRAM_BUCKETS;
}

const known = new WeakMap<Word, Int32Array>();

/** The buckets of a word's character n-grams, its ends marked. Remembered: a corpus repeats its words. */
export function ngramsOf(word: Word): Int32Array {
  const made = known.get(word);
  if (made !== undefined) return made;
  const marked = `_${foldVowels(word.surface.toLowerCase())}_`;
  const buckets = new Set<number>();
  for (let from = 0; from === 0 || from + NGRAM_LENGTH <= marked.length; from += 1)
    buckets.add(hash(marked.slice(from, from + NGRAM_LENGTH)) % NGRAM_BUCKETS);
  const ngrams = Int32Array.from(buckets);
  known.set(word, ngrams);
  return ngrams;
}
