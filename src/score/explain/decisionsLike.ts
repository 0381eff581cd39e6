import type { Features } from '../../learning/features.ts';
import { latestById } from '../../model/desk/ledger.ts';
import type { Item } from '../../model/run/item.ts';
import { toDoc } from '../../words/corpus.ts';
import { sparseDot } from '../../words/sparseVector.ts';
import { dot } from '../../words/vector.ts';
import type { Judge } from '../judge.ts';
import type { Alike } from './explanation.ts';

const MOST = 5;
/** Likeness under which two texts have no more in common than any two. */
const LEAST = 0.1;

/**
 * Decisions on the texts most like an item, by their words and by what they are about: the cosine of the features that
 * decisions are learned from. Of copies of one text the likest stands for all.
 */
export function decisionsLike(item: Item, { space, decisions, desk }: Judge): Alike[] {
  const own = space.featuresOf(toDoc(item));
  const latest = latestById(desk.ledger);
  const told = new Set<string>([item.id]);
  return decisions
    .map((decision) => ({ decision, likeness: likeness(own, space.featuresOf(decision.doc)) }))
    .sort((a, b) => b.likeness - a.likeness || (a.decision.id < b.decision.id ? -1 : 1))
    .filter(({ decision: { id, copies }, likeness: value }) => {
      if (value < LEAST || told.has(id) || id === item.id) return false;
      for (const copy of copies) told.add(copy);
      return true;
    })
    .slice(0, MOST)
    .map(({ decision: { id, title, source, kept, at }, likeness: value }) => {
      const { by, reason } = latest.get(id) ?? {};
      return {
        ...{ id, title, source, kept, at },
        ...(by && { by }),
        ...(reason && { reason }),
        likeness: Math.round(value * 100) / 100,
      };
    });
}

/** The cosine of two texts' features. */
export function likeness(a: Features, b: Features): number {
  const size = Math.sqrt(product(a, a) * product(b, b));
  return size === 0 ? 0 : Math.max(0, Math.min(1, product(a, b) / size));
}

function product(a: Features, b: Features): number {
  return sparseDot(a.terms, b.terms) + dot(a.latent, b.latent);
}
