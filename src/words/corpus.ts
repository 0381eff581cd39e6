import type { Desk } from '../model/desk/desk.ts';
import { type ScoredText, textOf } from '../model/run/scoredText.ts';
import { hash, hashPair } from './hash.ts';
import { type Word, wordsOf } from './words.ts';

/** A text as the score sees it. */
export interface Doc {
  id: string;
  language: string;
  title: Word[];
  body: Word[];
}

/** What weights are made of: the words of everything that the desk knows and of this batch. */
export interface Corpus {
  docs: Doc[];
  /** documents of a language */
  size(language: string): number;
  /** documents of a language in which a stem, or a bigram of stems (`clean air`), occurs */
  documentFrequency(term: string, language: string): number;
  averageTitle: number;
  averageBody: number;
}

/** Words of a body that count; what a feed puts after them is mostly not the article. */
const BODY_WORDS = 250;

export function toDoc(item: ScoredText): Doc {
  return makeDoc({ ...item, text: textOf(item) });
}

function makeDoc({
  id,
  language,
  title,
  text,
}: {
  id: string;
  language: string;
  title: string;
  text: string;
}): Doc {
  return {
    id,
    language,
    title: wordsOf(title, language),
    body: wordsOf(text, language).slice(0, BODY_WORDS),
  };
}

/**
 * The ledger's texts, the picks, the candidates and this batch, one document an id, in the order of ids:
 * the same tree and batch give the same weights, in whatever order they come.
 */
export function buildCorpus(
  desk: Pick<Desk, 'ledger' | 'picks' | 'candidates'>,
  batch: readonly ScoredText[],
): Corpus {
  const texts = new Map<string, Parameters<typeof makeDoc>[0]>();
  for (const item of batch) {
    const { id, language, title } = item;
    texts.set(id, { id, language, title, text: textOf(item) });
  }
  for (const { data, body, name } of [...desk.picks, ...desk.candidates]) {
    const id = data.id ?? name;
    texts.set(id, { id, language: data.language ?? 'und', title: data.title, text: body });
  }
  for (const { event, id, language, title, text } of desk.ledger.items) {
    if (event === 'proposed' && text !== undefined) texts.set(id, { id, language, title, text });
  }
  return index([...texts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(makeDoc));
}

function index(docs: Doc[]): Corpus {
  const counts = new Map<string, Counts>();
  for (const doc of docs) {
    const own = counts.get(doc.language) ?? newCounts();
    counts.set(doc.language, own);
    count(doc, own);
  }
  return {
    docs,
    size: (language) => counts.get(language)?.docs ?? 0,
    documentFrequency(term, language) {
      const own = counts.get(language);
      const gap = term.indexOf(' ');
      if (gap < 0) return own?.stems.get(term) ?? 0;
      const code = hashPair(hash(term.slice(0, gap)), hash(term.slice(gap + 1)));
      return own?.bigrams[code % BIGRAM_BUCKETS] ?? 0;
    },
    averageTitle: average(docs.map((doc) => doc.title.length)),
    averageBody: average(docs.map((doc) => doc.body.length)),
  };
}

/** Bigrams are counted by hash, since a large corpus has millions of them. */
const BIGRAM_BUCKETS = 2 ** 18;

/** Documents of one language, in all and by what they hold. */
interface Counts {
  docs: number;
  stems: Map<string, number>;
  /** two bigrams that share a hash look as common as the two together */
  bigrams: Uint32Array;
  /** by bigram: the last document that held it, so that none counts twice */
  lastDocument: Uint32Array;
}

function newCounts(): Counts {
  return {
    docs: 0,
    stems: new Map(),
    bigrams: new Uint32Array(BIGRAM_BUCKETS),
    lastDocument: new Uint32Array(BIGRAM_BUCKETS),
  };
}

function count({ title, body }: Doc, counts: Counts): void {
  counts.docs += 1;
  const seen = new Set<string>();
  for (const words of [title, body]) {
    for (const [at, { stem, code }] of words.entries()) {
      seen.add(stem);
      const next = words[at + 1];
      if (next === undefined) continue;
      const bigram = hashPair(code, next.code) % BIGRAM_BUCKETS;
      if (counts.lastDocument[bigram] === counts.docs) continue;
      counts.lastDocument[bigram] = counts.docs;
      counts.bigrams[bigram] = (counts.bigrams[bigram] ?? 0) + 1;
    }
  }
  for (const stem of seen) counts.stems.set(stem, (counts.stems.get(stem) ?? 0) + 1);
}

function average(lengths: readonly number[]): number {
  return Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
  );
}

/** Documents that are taken to be there and to lack the term, so that a young desk's few texts do not decide what is rare. */
const PRIOR_DOCS = 50;
const MAX_IDF = 8;

/** Inverse document frequency, 0 to `MAX_IDF`. @param frequency documents that hold the term @param size documents */
export function idf(frequency: number, size: number): number {
  const others = size + PRIOR_DOCS - frequency;
  return Math.min(MAX_IDF, Math.log(1 + (others + 0.5) / (frequency + 0.5)));
}
