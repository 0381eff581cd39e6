import type { TextIndex } from './textIndex.ts';

/** What is new in a text, beside what was published of late. */
export interface Novelty {
  /** 1: nothing is like it; 0: it says the same */
  left: number;
  /** name of the pick that it resembles most */
  pick?: string;
}

/** Cosine up to which likeness means nothing: two texts of one field share that many words. */
const CHANCE = 0.2;

/**
 * How new each text of an index is beside others of it: 1 − the greatest cosine, measured from where likeness begins to
 * mean something (0.2) to sameness (1), so that a hair more than nothing costs a hair.
 * @param picks names of what was published, by place; of equally like ones the first by name is named
 */
export function noveltyAgainst(
  { vectors }: TextIndex,
  picks: ReadonlyMap<number, string>,
): (place: number) => Novelty {
  const postings = new Map<number, { pick: string; weight: number }[]>();
  for (const [place, pick] of picks) {
    const vector = vectors[place];
    for (const [at, term] of vector?.ids.entries() ?? []) {
      const entry = { pick, weight: vector?.values[at] ?? 0 };
      const list = postings.get(term);
      if (list) list.push(entry);
      else postings.set(term, [entry]);
    }
  }
  return (place) => {
    const vector = vectors[place];
    const likeness = new Map<string, number>();
    for (const [at, term] of vector?.ids.entries() ?? []) {
      for (const { pick, weight } of postings.get(term) ?? []) {
        likeness.set(pick, (likeness.get(pick) ?? 0) + weight * (vector?.values[at] ?? 0));
      }
    }
    const [best] = [...likeness].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    if (best === undefined || best[1] <= CHANCE) return { left: 1 };
    const [pick, most] = best;
    return { left: Math.max(0, 1 - (most - CHANCE) / (1 - CHANCE)), pick };
  };
}
