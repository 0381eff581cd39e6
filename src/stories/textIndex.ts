import { type Corpus, type Doc, idf } from '../words/corpus.ts';
import type { SparseVector } from '../words/sparseVector.ts';
import { at, f64At, i32At, norm } from '../words/vector.ts';
import type { Word } from '../words/words.ts';

/** Texts made comparable. Everything in it goes by a text's place in `docs`. */
export interface TextIndex {
  /** in the order of their ids */
  docs: readonly Doc[];
  /** tf-idf by number of a term, the title weighing three times, of norm 1 */
  vectors: readonly SparseVector[];
  /** numbers of the terms of a list of words, in their order, repeated where they repeat */
  numbersOf(words: readonly Word[]): Int32Array;
  /** by number of a term: its inverse document frequency in its language, 0 to 8 */
  idfs: ArrayLike<number>;
  /** by number of a term: whether these texts write it with a capital mostly, as they do names */
  isProper(term: number): boolean;
}

/** Gives terms their numbers, counts how they are written, and weighs them. */
export function indexTexts(unsorted: readonly Doc[], corpus: Corpus): TextIndex {
  const docs = unsorted.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map<string, number>();
  const idfs: number[] = [];
  const [capital, small]: [number[], number[]] = [[], []];

  const numberOf = (stem: string, language: string): number => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(stem, number);
    // Terms are numbered across languages, so that a text whose language was named wrongly meets its copies all the same;
    // the first text with a term settles how rare it is.
    idfs.push(idf(corpus.documentFrequency(stem, language), corpus.size(language)));
    capital.push(0);
    small.push(0);
    return number;
  };
  const count = (
    words: readonly Word[],
    counts: Map<number, number>,
    language: string,
    by: number,
  ) => {
    const showsNames = !isCapitalised(words);
    for (const { stem, surface } of words) {
      const number = numberOf(stem, language);
      counts.set(number, (counts.get(number) ?? 0) + by);
      if (!showsNames) continue;
      const tally = hasCapital(surface) ? capital : small;
      tally[number] = (tally[number] ?? 0) + 1;
    }
  };
  const vectors = docs.map(({ title, body, language }) => {
    const counts = new Map<number, number>();
    count(title, counts, language, 3);
    count(body, counts, language, 1);
    return toVector(counts, idfs);
  });
  return {
    docs,
    vectors,
    numbersOf: (words) => Int32Array.from(words, ({ stem }) => numbers.get(stem) ?? 0),
    idfs,
    isProper: (term) => (small[term] ?? 0) * 3 <= (capital[term] ?? 0),
  };
}

/** How similar two texts are. */
export interface Similarity {
  /** 0 to 1 */
  cosine: number;
  /** as much of the cosine as the one term gives that gives most */
  strongest: number;
}

export function similarityOf(a: SparseVector, b: SparseVector): Similarity {
  let cosine = 0;
  let strongest = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const left = i32At(a.ids, i);
    const right = i32At(b.ids, j);
    if (left < right) i += 1;
    else if (left > right) j += 1;
    else {
      const part = f64At(a.values, i++) * f64At(b.values, j++);
      cosine += part;
      if (part > strongest) strongest = part;
    }
  }
  return { cosine: Math.min(1, cosine), strongest };
}

/** The numbers of a text's heaviest terms, the heaviest first. */
export function topTerms({ ids, values }: SparseVector, most: number): number[] {
  const best: number[] = [];
  for (let place = 0; place < ids.length; place += 1) {
    const value = f64At(values, place);
    let rank = best.length;
    while (rank > 0 && f64At(values, at(best, rank - 1)) < value) rank -= 1;
    if (rank === most) continue;
    best.splice(rank, 0, place);
    if (best.length > most) best.pop();
  }
  return best.map((place) => i32At(ids, place));
}

/** A vector of norm 1 in the direction of the given weights. */
export function toUnit(weights: ReadonlyMap<number, number>): SparseVector {
  const ids = Int32Array.from(weights.keys()).sort();
  const values = Float64Array.from(ids, (id) => weights.get(id) ?? 0);
  const length = norm(values) || 1;
  return { ids, values: values.map((value) => value / length) };
}

function toVector(counts: ReadonlyMap<number, number>, idfs: readonly number[]): SparseVector {
  const weights = new Map<number, number>();
  for (const [term, count] of counts) {
    weights.set(term, Math.log(1 + count) * at(idfs, term));
  }
  return toUnit(weights);
}

/** Headlines Like This One, and TITLES IN CAPITALS: in these a capital does not show a name. */
function isCapitalised(words: readonly Word[]): boolean {
  const capitals = words.reduce((sum, { surface }) => sum + Number(hasCapital(surface)), 0);
  return capitals >= 0.7 * words.length;
}

/** Whether a word begins with a capital letter. */
export function hasCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}
