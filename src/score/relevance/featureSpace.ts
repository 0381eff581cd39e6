import type { Features } from '../../learning/features.ts';
import { fitLsa, LATENT_DIMENSIONS, type LatentSpace } from '../../learning/lsa.ts';
import {
  accumulator,
  concatenated,
  type SparseVector,
  scaledToNorm,
} from '../../words/sparseVector.ts';
import { systematicSample } from '../../learning/systematicSample.ts';
import { type Corpus, type Doc, idf } from '../../words/corpus.ts';
import { hash, hashPair } from '../../words/hash.ts';
import { foldVowels, type Word } from '../../words/words.ts';

/** Where the texts of a corpus lie to one another. */
export interface FeatureSpace {
  /** every number of a term is below this */
  size: number;
  /** undefined where there are too few texts to tell which words keep company */
  lsa: LatentSpace | undefined;
  featuresOf(doc: Doc): Features;
  /** `featuresOf(doc).latent`, and no more */
  latentOf(doc: Doc): Float64Array;
  /** where a bag of stems lies in the directions: of length 1, or all zero */
  foldIn(stems: Iterable<readonly [stem: string, weight: number]>): Float64Array;
  /** what a word has to do with a text's terms: numbers of its stem and its parts */
  termsOf(word: Word): { stem: number | undefined; parts: Int32Array };
  /** the number of a pair of words that stand side by side */
  bigramOf(first: Word, second: Word): number;
}

/** A title's words count as many times as the body's. */
const TITLE = 3;
/** Letters in a part of a word: long enough to mean something, short enough for cognates (nacional, national). */
const PART = 5;
/** What parts weigh beside stems and pairs. */
const PARTS_SHARE = 1;
/** Parts and pairs are numbered by hash, so that no table of them is held. */
const PARTS = 2 ** 18;
const PAIRS = 2 ** 18;
/** Texts from which directions are learned; more would hardly turn them. */
const MOST_TEXTS = 3_000;
/** Texts that a word stands in at least, to tell of others by the company it keeps. */
const COMPANY = 3;
/** Words that tell of others at most, the most common first. */
const MOST_WORDS = 10_000;

/** Features by tf-idf over a corpus: the same corpus gives the same numbers. */
export function buildFeatureSpace(corpus: Corpus): FeatureSpace {
  const vocabulary = commonFirst(corpus);
  const partsFrom = vocabulary.ids.size;
  const pairsFrom = partsFrom + PARTS;
  const frequencies = countHashed(corpus.docs);
  const total = corpus.docs.length;
  const rareParts = Float64Array.from(frequencies.parts, (frequency) => idf(frequency, total));
  const stemsOf = stemReader(vocabulary.ids, corpus);
  const toTelling = (stems: SparseVector) => scaledToNorm(1, below(vocabulary.common, stems));
  const sums = accumulator(Math.max(PARTS, PAIRS, vocabulary.ids.size));
  const lsa = fitLsa(
    systematicSample(corpus.docs, MOST_TEXTS).map((doc) => toTelling(stemsOf(doc))),
    vocabulary.common,
  );

  function partsIn(doc: Doc): SparseVector {
    eachWord(doc, (word, times) => {
      for (const part of partsOf(word)) sums.add(part, times);
    });
    return sums.drain((count, part) => Math.log1p(count) * (rareParts[part] as number));
  }

  function pairsIn(doc: Doc): SparseVector {
    eachPair(doc, (pair, times) => sums.add(pair, times));
    return sums.drain((count, pair) => {
      const frequency = frequencies.pairs[pair] ?? 0;
      return frequency < 2 ? 0 : Math.log1p(count) * idf(frequency, total);
    });
  }

  return {
    size: pairsFrom + PAIRS,
    lsa,
    featuresOf(doc) {
      const stems = stemsOf(doc);
      const lsaTerms = toTelling(stems);
      const parts = scaledToNorm(PARTS_SHARE, partsIn(doc));
      const [ownStems, ownPairs] = scaledTogether(stems, pairsIn(doc));
      const terms = concatenated(concatenated(ownStems, parts, partsFrom), ownPairs, pairsFrom);
      return { terms, lsaTerms, ...place(lsa, lsaTerms) };
    },
    latentOf: (doc) => place(lsa, toTelling(stemsOf(doc))).latent,
    foldIn(bag) {
      for (const [stem, weight] of bag) {
        const id = vocabulary.ids.get(stem);
        if (id !== undefined && id < vocabulary.common) sums.add(id, weight);
      }
      return place(
        lsa,
        sums.drain((weight) => weight),
      ).latent;
    },
    termsOf: (word) => ({
      stem: vocabulary.ids.get(word.stem),
      parts: partsOf(word).map((part) => part + partsFrom),
    }),
    bigramOf: (first, second) => pairOf(first, second) + pairsFrom,
  };
}

/** The words of a corpus by number, those that tell of others first; each half in the order of its letters. */
function commonFirst({ docs }: Corpus): { ids: ReadonlyMap<string, number>; common: number } {
  const counts = new Map<string, number>();
  for (const doc of docs) {
    const seen = new Set<string>();
    eachWord(doc, ({ stem }) => seen.add(stem));
    for (const stem of seen) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const common = [...counts]
    .filter(([, count]) => count >= COMPANY)
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([stem]) => stem);
  const telling = new Set(common);
  const others = [...counts.keys()].filter((stem) => !telling.has(stem));
  return {
    ids: new Map([...common.sort(), ...others.sort()].map((stem, id) => [stem, id])),
    common: common.length,
  };
}

/** Texts that hold each part and each pair; two that share a hash look as common as the two together. */
function countHashed(docs: readonly Doc[]): { parts: Uint32Array; pairs: Uint32Array } {
  const counts = { parts: new Uint32Array(PARTS), pairs: new Uint32Array(PAIRS) };
  const seen = { parts: new Int32Array(PARTS).fill(-1), pairs: new Int32Array(PAIRS).fill(-1) };
  const count = (kind: 'parts' | 'pairs', id: number, doc: number) => {
    if (seen[kind][id] === doc) return;
    seen[kind][id] = doc;
    counts[kind][id] = (counts[kind][id] ?? 0) + 1;
  };
  for (const [at, doc] of docs.entries()) {
    eachWord(doc, (word) => {
      for (const part of partsOf(word)) count('parts', part, at);
    });
    eachPair(doc, (pair) => count('pairs', pair, at));
  }
  return counts;
}

/** Reads a text's stems, weighed by how rare they are among texts of its language. */
function stemReader(ids: ReadonlyMap<string, number>, corpus: Corpus): (doc: Doc) => SparseVector {
  const names = [...ids.keys()];
  const sums = accumulator(names.length);
  const rarities = new Map<string, Float64Array>();
  const raritiesIn = (language: string): Float64Array => {
    const size = corpus.size(language);
    const made =
      rarities.get(language) ??
      Float64Array.from(names, (stem) => idf(corpus.documentFrequency(stem, language), size));
    rarities.set(language, made);
    return made;
  };
  return (doc) => {
    eachWord(doc, ({ stem }, times) => {
      const id = ids.get(stem);
      if (id !== undefined) sums.add(id, times);
    });
    const rare = raritiesIn(doc.language);
    return sums.drain((count, id) => Math.log1p(count) * (rare[id] as number));
  };
}

function eachWord({ title, body }: Doc, take: (word: Word, times: number) => void): void {
  for (const word of title) take(word, TITLE);
  for (const word of body) take(word, 1);
}

function eachPair({ title, body }: Doc, take: (pair: number, times: number) => void): void {
  for (let at = 1; at < title.length; at += 1)
    take(pairOf(title[at - 1] as Word, title[at] as Word), TITLE);
  for (let at = 1; at < body.length; at += 1)
    take(pairOf(body[at - 1] as Word, body[at] as Word), 1);
}

function pairOf(first: Word, second: Word): number {
  return hashPair(first.code, second.code) % PAIRS;
}

const parts = new WeakMap<Word, Int32Array>();

/** The parts of a word, its ends marked, by their hashes. Remembered: a corpus repeats its words. */
function partsOf(word: Word): Int32Array {
  const known = parts.get(word);
  if (known !== undefined) return known;
  const marked = `_${foldVowels(word.surface.toLowerCase())}_`;
  const found = new Set<number>();
  for (let at = 0; at === 0 || at + PART <= marked.length; at += 1)
    found.add(hash(marked.slice(at, at + PART)) % PARTS);
  const ids = Int32Array.from(found);
  parts.set(word, ids);
  return ids;
}

/** The part of a vector whose places are below a number. */
function below(limit: number, { ids, values }: SparseVector): SparseVector {
  let end = ids.length;
  while (end > 0 && (ids[end - 1] as number) >= limit) end -= 1;
  return { ids: ids.subarray(0, end), values: values.subarray(0, end) };
}

/** Two vectors that share one length of 1. */
function scaledTogether(first: SparseVector, second: SparseVector): [SparseVector, SparseVector] {
  const whole = scaledToNorm(1, concatenated(first, second, 0));
  const cut = first.ids.length;
  return [
    { ids: first.ids, values: whole.values.subarray(0, cut) },
    { ids: second.ids, values: whole.values.subarray(cut) },
  ];
}

function place(
  lsa: LatentSpace | undefined,
  terms: SparseVector,
): { latent: Float64Array; latentNorm: number } {
  const sum = lsa?.project(terms) ?? new Float64Array(LATENT_DIMENSIONS);
  let squares = 0;
  for (const value of sum) squares += value * value;
  const latentNorm = Math.sqrt(squares);
  return { latent: latentNorm > 0 ? sum.map((value) => value / latentNorm) : sum, latentNorm };
}
