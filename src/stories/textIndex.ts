import { type Corpus, type Doc, idf } from '../words/corpus.ts';
import type { Word } from '../words/words.ts';

/** A text as a direction among all terms: tf-idf, the title weighing three times, of length 1. */
export interface Vector {
  /** numbers of its terms, ascending */
  terms: Uint32Array;
  weights: Float64Array;
}

/** Texts made comparable. Everything in it goes by a text's place in `docs`. */
export interface TextIndex {
  /** in the order of their ids */
  docs: readonly Doc[];
  vectors: readonly Vector[];
  /** numbers of the terms of a list of words, in their order, repeated where they repeat */
  numbersOf(words: readonly Word[]): Uint32Array;
  /** by number of a term: how rare it is in its language, 0 to 8 */
  rarities: ArrayLike<number>;
  /** by number of a term: whether these texts write it with a capital mostly, as they do names */
  isProper(term: number): boolean;
}

/** Gives terms their numbers, counts how they are written, and weighs them. */
export function indexTexts(unsorted: readonly Doc[], corpus: Corpus): TextIndex {
  const docs = unsorted.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map<string, number>();
  const rarities: number[] = [];
  const [capital, small]: [number[], number[]] = [[], []];

  const numberOf = (stem: string, language: string): number => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(stem, number);
    // Terms are numbered across languages, so that a text whose language was told wrongly meets its copies all the same;
    // the first text to say a term settles how rare it is.
    rarities.push(idf(corpus.documentFrequency(stem, language), corpus.size(language)));
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
    const telling = !isCapitalised(words);
    for (const { stem, surface } of words) {
      const number = numberOf(stem, language);
      counts.set(number, (counts.get(number) ?? 0) + by);
      if (!telling) continue;
      const tally = hasCapital(surface) ? capital : small;
      tally[number] = (tally[number] ?? 0) + 1;
    }
  };
  const vectors = docs.map(({ title, body, language }) => {
    const counts = new Map<number, number>();
    count(title, counts, language, 3);
    count(body, counts, language, 1);
    return toVector(counts, rarities);
  });
  return {
    docs,
    vectors,
    numbersOf: (words) => Uint32Array.from(words, ({ stem }) => numbers.get(stem) ?? 0),
    rarities,
    isProper: (term) => (small[term] ?? 0) * 3 <= (capital[term] ?? 0),
  };
}

/** How alike two texts are. */
export interface Likeness {
  /** 0 to 1 */
  cosine: number;
  /** as much of the cosine as the one term gives that gives most */
  strongest: number;
}

export function likenessOf(a: Vector, b: Vector): Likeness {
  let [cosine, strongest] = [0, 0];
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const [left, right] = [a.terms[i] as number, b.terms[j] as number];
    if (left < right) i += 1;
    else if (left > right) j += 1;
    else {
      const part = (a.weights[i++] as number) * (b.weights[j++] as number);
      cosine += part;
      if (part > strongest) strongest = part;
    }
  }
  return { cosine: Math.min(1, cosine), strongest };
}

/** The numbers of a text's heaviest terms, the heaviest first. */
export function heaviest({ terms, weights }: Vector, most: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const weight = weights[at] as number;
    let rank = best.length;
    while (rank > 0 && (weights[best[rank - 1] as number] as number) < weight) rank -= 1;
    if (rank === most) continue;
    best.splice(rank, 0, at);
    if (best.length > most) best.pop();
  }
  return best.map((at) => terms[at] as number);
}

/** A vector of length 1 in the direction of the given weights. */
export function toUnit(raw: ReadonlyMap<number, number>): Vector {
  const terms = new Uint32Array(raw.size);
  let at = 0;
  for (const term of raw.keys()) terms[at++] = term;
  terms.sort();
  const weights = new Float64Array(raw.size);
  let square = 0;
  for (at = 0; at < terms.length; at += 1) {
    const weight = raw.get(terms[at] as number) as number;
    weights[at] = weight;
    square += weight * weight;
  }
  const length = Math.sqrt(square) || 1;
  for (at = 0; at < weights.length; at += 1) weights[at] = (weights[at] as number) / length;
  return { terms, weights };
}

function toVector(counts: ReadonlyMap<number, number>, rarities: readonly number[]): Vector {
  const weights = new Map<number, number>();
  for (const [term, count] of counts) {
    weights.set(term, Math.log(1 + count) * (rarities[term] as number));
  }
  return toUnit(weights);
}

/** Headlines Like This One, and TITLES IN CAPITALS: what is written so tells nothing of what is a name. */
function isCapitalised(words: readonly Word[]): boolean {
  const capitals = words.reduce((sum, { surface }) => sum + Number(hasCapital(surface)), 0);
  return capitals >= 0.7 * words.length;
}

/** Whether a word begins with a capital letter. */
export function hasCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  const first = String.fromCodePoint(word.codePointAt(0) as number);
  return first !== first.toLowerCase();
}
