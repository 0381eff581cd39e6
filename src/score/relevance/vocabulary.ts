import type { Corpus, Doc } from '../../words/corpus.ts';
import { idf } from '../../words/corpus.ts';
import { accumulator, type SparseVector } from '../../words/sparseVector.ts';
import { f64At } from '../../words/vector.ts';
import { eachWord } from './hashedTerms.ts';

/** The stems of a corpus, numbered: those of the latent space first, then the others. */
export interface Vocabulary {
  ids: ReadonlyMap<string, number>;
  /** every number of a stem that the latent space knows is below this */
  lsaSize: number;
}

/** A stem that stands in fewer texts has too little company to be placed in the latent space. */
const MIN_DOCUMENT_FREQUENCY = 3;
/** Stems that the latent space knows at most, the most common first. */
const MOST_STEMS = 10_000;

/** Both parts of the vocabulary are in the order of their letters, so that the same corpus gives the same numbers. */
export function buildVocabulary({ docs }: Corpus): Vocabulary {
  const frequencies = documentFrequencies(docs);
  const common = [...frequencies]
    .filter(([, frequency]) => frequency >= MIN_DOCUMENT_FREQUENCY)
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .slice(0, MOST_STEMS)
    .map(([stem]) => stem);
  const isCommon = new Set(common);
  const others = [...frequencies.keys()].filter((stem) => !isCommon.has(stem));
  return {
    ids: new Map([...common.sort(), ...others.sort()].map((stem, id) => [stem, id])),
    lsaSize: common.length,
  };
}

function documentFrequencies(docs: readonly Doc[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const doc of docs) {
    const seen = new Set<string>();
    eachWord(doc, ({ stem }) => seen.add(stem));
    for (const stem of seen) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  }
  return frequencies;
}

/** Weighs the stems of a text: tf-idf, with the frequencies of texts of its own language. */
export function stemTfIdf({ ids }: Vocabulary, corpus: Corpus): (doc: Doc) => SparseVector {
  const stems = [...ids.keys()];
  const sums = accumulator(stems.length);
  const idfs = new Map<string, Float64Array>();
  const idfsIn = (language: string): Float64Array => {
    const size = corpus.size(language);
    const made =
      idfs.get(language) ??
      Float64Array.from(stems, (stem) => idf(corpus.documentFrequency(stem, language), size));
    idfs.set(language, made);
    return made;
  };
  return (doc) => {
    eachWord(doc, ({ stem }, times) => {
      const id = ids.get(stem);
      if (id !== undefined) sums.add(id, times);
    });
    const own = idfsIn(doc.language);
    return sums.drain((count, id) => Math.log1p(count) * f64At(own, id));
  };
}
