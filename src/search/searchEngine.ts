import Fuse, { type IFuseOptions } from 'fuse.js';
import type { SearchRecord } from '../model/site/searchRecord.ts';
import { fold } from './fold.ts';

/** Where words of a query stand in a text: pairs of first and last letter, in order, none touching another. */
export type Ranges = [number, number][];

export interface Found {
  record: SearchRecord;
  marks: { title: Ranges; note: Ranges };
}

/** Letters of a word that are looked for: a pattern of the engine's is 32 bits long. */
export const MAX_LETTERS = 32;
/** Words of a query that are looked for: each is one more search. */
export const MAX_WORDS = 12;

/** A record's texts, folded. */
type Folded = Record<'title' | 'from' | 'note', string> & { topics: string[] };

const OPTIONS: IFuseOptions<Folded> = {
  useTokenSearch: true,
  tokenMatch: 'all',
  ignoreLocation: true,
  threshold: 0.3,
  includeMatches: true,
  keys: [
    { name: 'title', weight: 4 },
    { name: 'topics', weight: 2 },
    { name: 'from', weight: 2 },
    { name: 'note', weight: 1 },
  ],
};

/** Every word of a query has to be somewhere in a record, in whatever order, with a typing mistake or without. */
export function searchEngine(records: readonly SearchRecord[]) {
  const folded = records.map(({ title, from, topics, note }) => ({
    title: fold(title),
    from: fold(from ?? ''),
    topics: topics.map(fold),
    note: fold(note),
  }));
  const fuse = new Fuse(folded, OPTIONS);
  return (query: string, limit: number): Found[] => {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    return fuse.search(words.join(' '), { limit }).flatMap(({ refIndex, matches = [] }) => {
      const record = records[refIndex];
      const marksIn = (key: string) => joined(matches.find((match) => match.key === key)?.indices);
      return record ? [{ record, marks: { title: marksIn('title'), note: marksIn('note') } }] : [];
    });
  };
}

function wordsOf(query: string): string[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return words.slice(0, MAX_WORDS).map((word) => word.slice(0, MAX_LETTERS));
}

/** Single letters are chance; what is left is put in order and joined where it touches. */
function joined(indices: readonly (readonly [number, number])[] = []): Ranges {
  const ranges: Ranges = [];
  for (const [from, to] of indices.filter(([a, b]) => b > a).toSorted(([a], [b]) => a - b)) {
    const last = ranges.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}
