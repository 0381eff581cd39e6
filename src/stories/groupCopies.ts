import type { Corpus, Doc } from '../words/corpus.ts';
import { areDifferent } from './conflict.ts';
import { type DisjointSets, disjointSets } from './disjointSets.ts';
import { type Facts, lazyFacts } from './facts.ts';
import { type NearDuplicate, nearDuplicates } from './nearDuplicates.ts';
import { indexTexts } from './textIndex.ts';

/** Members of a group that a newcomer is compared with, so that a hundred copies cost no ten thousand comparisons. */
const COMPARED = 24;
/** Share of the comparisons between two groups that may say that the texts are different: edits give a copy odd words. */
const DOUBT = 1 / 3;

/**
 * The groups of texts that are copies of one another, cut or edited; texts without a copy are in none.
 * @param docs texts with an id each
 * @param corpus tells how rare their words are
 * @returns ids, sorted in each group, and the groups by their first
 */
export function groupCopies(docs: readonly Doc[], corpus: Corpus): string[][] {
  const index = indexTexts(docs, corpus);
  const facts = lazyFacts(index);
  const groups = disjointSets(index.docs.length, []);
  for (const pair of nearDuplicates(index, facts)) uniteCopies(pair, groups, facts);
  return index.docs.flatMap((_, place) => {
    const members = groups.members(place);
    if (members.length < 2 || Math.min(...members) !== place) return [];
    return [members.toSorted((a, b) => a - b).map((member) => index.docs[member]?.id ?? '')];
  });
}

/**
 * Brings a pair's groups together, unless too many of their members cannot be copies of one another: what names no date
 * is like the notices of two days, and does not make them one. Whether they are together now.
 */
export function uniteCopies(
  { a, b }: NearDuplicate,
  groups: DisjointSets,
  facts: (place: number) => Facts,
): boolean {
  if (groups.representative(a) === groups.representative(b)) return true;
  const left = groups.members(a).slice(0, COMPARED);
  const right = groups.members(b).slice(0, COMPARED);
  const different = left.flatMap((one) =>
    right.filter((other) => areDifferent(facts(one), facts(other))),
  );
  if (different.length > DOUBT * left.length * right.length) return false;
  return groups.unite(a, b);
}
