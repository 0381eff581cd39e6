import { type LabelledCorpus, newsOf, type Row } from './corpora.ts';
import { precisionRecall } from './metrics.ts';
import { PERTURBATIONS, vocabularyOf } from './perturb.ts';
import { randomOf, shuffled } from './random.ts';

/** A text and what it was made of. */
export interface Planted {
  row: Row;
  /** place in the base of the text that it is, or is a copy of */
  origin: number;
  /** what was done to it; undefined for the base */
  perturbation: string | undefined;
}

/** Copies of each kind, if there are texts enough. */
const COPIES = 600;

/** The Spanish and English news of the corpora, and perturbed copies of some of it, each of a text of its own. */
export function plantCopies(corpora: ReadonlyMap<string, LabelledCorpus>, seed: number): Planted[] {
  const base = newsOf(corpora);
  const random = randomOf('copies', seed);
  const vocabulary = vocabularyOf(base);
  const kinds = Object.entries(PERTURBATIONS);
  const each = Math.min(COPIES, Math.floor(base.length / kinds.length));
  const chosen = shuffled([...base.keys()], random);
  const copies = kinds.flatMap(([perturbation, change], kind) =>
    chosen.slice(kind * each, (kind + 1) * each).map((origin) => {
      const row = base[origin] as Row;
      const id = `${row.id}-copy`;
      return { row: { ...row, ...change(row, random, vocabulary), id }, origin, perturbation };
    }),
  );
  return [...base.map((row, origin) => ({ row, origin, perturbation: undefined })), ...copies];
}

/**
 * Which texts are the same thing: copies and what they were made of, and texts that came with the same title or body.
 * Gives a number to each; equal numbers are one thing.
 */
export function sameThings(planted: readonly Planted[]): number[] {
  const first = new Map<string, number>();
  const parent = planted.map(({ origin }) => origin);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] ?? top;
    return top;
  };
  for (const [at, { row, perturbation }] of planted.entries()) {
    if (perturbation !== undefined) continue;
    for (const key of [`title ${normal(row.title)}`, `body ${normal(row.body)}`]) {
      const other = first.get(key);
      if (other === undefined) first.set(key, at);
      else if (!key.endsWith(' ')) parent[root(at)] = root(other);
    }
  }
  return planted.map((_, at) => root(at));
}

/**
 * Precision over all pairs that were found, and recall of the copies of each kind: whether a copy is with its original.
 * @param groups places of the texts that were found to be copies of one another
 */
export function judgeCopies(planted: readonly Planted[], groups: readonly (readonly number[])[]) {
  const things = sameThings(planted);
  const groupOf = new Map(groups.flatMap((group, n) => group.map((at) => [at, n] as const)));
  let found = 0;
  let right = 0;
  let wrongOfBase = 0;
  for (const group of groups) {
    for (const [n, a] of group.entries()) {
      for (const b of group.slice(n + 1)) {
        found += 1;
        if (things[a] === things[b]) right += 1;
        else if (!planted[a]?.perturbation && !planted[b]?.perturbation) wrongOfBase += 1;
      }
    }
  }
  const kinds = Map.groupBy(planted.entries(), ([, { perturbation }]) => perturbation);
  const recall = [...kinds].flatMap(([perturbation, copies]) => {
    if (perturbation === undefined) return [];
    const met = copies.filter(
      ([at, { origin }]) => groupOf.has(at) && groupOf.get(at) === groupOf.get(origin),
    ).length;
    return [{ perturbation, copies: copies.length, met }];
  });
  const wanted = recall.reduce((sum, { copies }) => sum + copies, 0);
  const met = recall.reduce((sum, one) => sum + one.met, 0);
  const all = { ...precisionRecall({ found, right, wanted }), recall: met / wanted };
  return {
    found,
    right,
    wrongOfBase,
    wanted,
    precision: all.precision,
    recall: all.recall,
    kinds: recall,
  };
}

/** As a reader would call two texts the same: letters and digits alone. */
function normal(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
