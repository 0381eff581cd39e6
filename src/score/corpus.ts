import type { Desk } from '../model/desk.ts';
import type { Item } from '../model/item.ts';
import { type Word, wordsOf } from '../text/words.ts';

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
  /** documents of a language in which a stem, or a pair of stems (`clean air`), occurs */
  frequency(term: string, language: string): number;
  averageTitle: number;
  averageBody: number;
}

/** Words of a body that count; what a feed puts after them is mostly not the article. */
const BODY_WORDS = 250;

/** What the score sees of an item below its title: its text, and the feed's own labels. */
export function textOf({ text, categories }: Pick<Item, 'text' | 'categories'>): string {
  return categories.length === 0 ? text : `${text}\n${categories.join(', ')}`;
}

export function toDoc(item: Item): Doc {
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

/** The stems of a list of words, and the pairs that stand side by side. */
export function* termsIn(words: readonly Word[]): Generator<[term: string, surface: string]> {
  for (const [index, { stem, surface }] of words.entries()) {
    yield [stem, surface];
    const next = words[index + 1];
    if (next) yield [`${stem} ${next.stem}`, `${surface} ${next.surface}`];
  }
}

/**
 * The ledger's texts, the picks, the candidates and this batch, one document an id, in the order of ids:
 * the same tree and batch give the same weights, in whatever order they come.
 */
export function buildCorpus(
  desk: Pick<Desk, 'ledger' | 'picks' | 'candidates'>,
  batch: readonly Item[],
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
  for (const { event, id, language, title, text } of desk.ledger) {
    if (event === 'proposed' && text !== undefined) texts.set(id, { id, language, title, text });
  }
  return index([...texts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(makeDoc));
}

function index(docs: Doc[]): Corpus {
  const sizes = new Map<string, number>();
  const frequencies = new Map<string, number>();
  for (const doc of docs) {
    sizes.set(doc.language, (sizes.get(doc.language) ?? 0) + 1);
    const seen = new Set<string>();
    for (const words of [doc.title, doc.body]) for (const [term] of termsIn(words)) seen.add(term);
    for (const term of seen) {
      const key = `${doc.language} ${term}`;
      frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
    }
  }
  return {
    docs,
    size: (language) => sizes.get(language) ?? 0,
    frequency: (term, language) => frequencies.get(`${language} ${term}`) ?? 0,
    averageTitle: average(docs.map((doc) => doc.title.length)),
    averageBody: average(docs.map((doc) => doc.body.length)),
  };
}

function average(lengths: readonly number[]): number {
  return Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
  );
}
