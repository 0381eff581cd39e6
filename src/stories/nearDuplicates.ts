import { at } from '../words/vector.ts';
import { areDifferent } from './conflict.ts';
import type { Facts } from './facts.ts';
import { similarityOf, type TextIndex, topTerms } from './textIndex.ts';

/** Two texts, by their places in an index, and how alike they are, 0 to 1. */
export interface NearDuplicate {
  a: number;
  b: number;
  likeness: number;
}

/** Cosine from which two texts are one; figures, dates and names that conflict are looked at apart. */
const SAME = 0.7;
/** Cosine below which no text is even a part of another. */
const RELATED = 0.4;
/** A text is contained in another if so much of its weight stands there too, and one title in the other, … */
const CONTAINED = 0.9;
const CONTAINED_TITLE = 0.8;
/** … and if it has enough terms for that to mean something. */
const CONTAINED_TERMS = 10;
/** How much of the shorter text must stand in the other, titles aside, where it has so many terms. */
const BODY = 0.4;
const BODY_TERMS = 4;
/** Heaviest terms by which texts find one another, and how many of them must be shared. */
const TOP_TERMS = 10;
const SHARED_TERMS = 2;
/** Texts that are looked at for one term, the latest places first: what is said more often is no trace of a copy. */
const POSTINGS = 400;
/** Texts that one is compared with: those that share most. */
const COMPARED = 64;

/** Pairs of texts that are copies of one another, cut or edited, the most alike first. */
export function nearDuplicates(index: TextIndex, facts: (place: number) => Facts): NearDuplicate[] {
  const pairs: NearDuplicate[] = [];
  for (const [a, b] of candidates(index)) {
    const likeness = copyLikeness(index, facts, a, b);
    if (likeness > 0) pairs.push({ a, b, likeness });
  }
  return pairs.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}

function* candidates({ vectors }: TextIndex): Generator<[a: number, b: number]> {
  const postings = new Map<number, number[]>();
  const shared = new Map<number, number>();
  for (const [place, vector] of vectors.entries()) {
    shared.clear();
    for (const term of topTerms(vector, TOP_TERMS)) {
      const list = postings.get(term);
      if (list === undefined) {
        postings.set(term, [place]);
        continue;
      }
      for (let n = Math.max(0, list.length - POSTINGS); n < list.length; n += 1) {
        const other = at(list, n);
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      list.push(place);
    }
    const alike = [...shared].filter(([, count]) => count >= SHARED_TERMS);
    if (alike.length > COMPARED) alike.sort(([a, x], [b, y]) => y - x || b - a);
    for (const [other] of alike.slice(0, COMPARED)) yield [other, place];
  }
}

function copyLikeness(
  index: TextIndex,
  facts: (place: number) => Facts,
  a: number,
  b: number,
): number {
  const [one, other] = [index.vectors[a], index.vectors[b]];
  if (!one || !other) return 0;
  const likeness = similarityOf(one, other).cosine;
  if (likeness < RELATED) return 0;
  if (likeness < SAME && !isContained(index, facts(a), facts(b))) return 0;
  if (!shareBody(index, facts(a), facts(b))) return 0;
  return areDifferent(facts(a), facts(b)) ? 0 : likeness;
}

/** Whether the shorter text stands in the longer one, under much the same title: a digest holds many texts and copies none. */
function isContained({ idfs }: TextIndex, a: Facts, b: Facts): boolean {
  const [part, whole] = a.terms.size <= b.terms.size ? [a, b] : [b, a];
  if (part.terms.size < CONTAINED_TERMS) return false;
  const [title, other] = [part, whole].map(({ frame, titleNames }) => frame.union(titleNames));
  return (
    containment(part.terms, whole.terms, idfs) >= CONTAINED &&
    (containment(title, other, idfs) >= CONTAINED_TITLE ||
      containment(other, title, idfs) >= CONTAINED_TITLE)
  );
}

/** Containment, by idf: the share of a set's weight that another set has too; 0 of an empty set. */
function containment(
  part: ReadonlySet<number> = new Set(),
  whole: ReadonlySet<number> = new Set(),
  idfs: ArrayLike<number> = [],
): number {
  let [sum, shared] = [0, 0];
  for (const term of part) {
    const weight = at(idfs, term);
    sum += weight;
    if (whole.has(term)) shared += weight;
  }
  return sum === 0 ? 0 : shared / sum;
}

/** Titles alone make no copy of two texts that both have more to say. */
function shareBody({ idfs }: TextIndex, a: Facts, b: Facts): boolean {
  const [part, whole] = a.body.size <= b.body.size ? [a, b] : [b, a];
  return part.body.size < BODY_TERMS || containment(part.body, whole.terms, idfs) >= BODY;
}
