import type { Features } from '../../learning/features.ts';
import { latestById } from '../../model/desk/ledger/latestById.ts';
import type { ScoredText } from '../../model/run/scoredText.ts';
import { toDoc } from '../../words/corpus.ts';
import { sparseDot } from '../../words/sparseVector.ts';
import { dot } from '../../words/vector.ts';
import type { ScoringContext } from '../scoringContext.ts';
import type { SimilarDecision } from './explanation.ts';

const MOST = 5;
/** Two texts that are less similar have no more in common than any two. */
const LEAST_SIMILARITY = 0.1;

/**
 * Decisions on the texts most similar to an item, by the cosine of the features that decisions are learned from. Of copies
 * of one text, the most similar stands for all.
 */
export function similarDecisions(
  item: ScoredText,
  { space, decisions, desk }: ScoringContext,
): SimilarDecision[] {
  const own = space.featuresOf(toDoc(item));
  const latest = latestById(desk.ledger.items);
  const seen = new Set<string>([item.id]);
  return decisions
    .map((decision) => ({
      decision,
      similarity: cosineSimilarity(own, space.featuresOf(decision.doc)),
    }))
    .sort((a, b) => b.similarity - a.similarity || (a.decision.id < b.decision.id ? -1 : 1))
    .filter(({ decision: { id, copies }, similarity }) => {
      if (similarity < LEAST_SIMILARITY || seen.has(id)) return false;
      for (const copy of copies) seen.add(copy);
      return true;
    })
    .slice(0, MOST)
    .map(({ decision: { id, title, source, kept, at }, similarity }) => {
      const { by, reason } = latest.get(id) ?? {};
      return {
        id,
        title,
        source,
        kept,
        at,
        ...(by && { by }),
        ...(reason && { reason }),
        likeness: Math.round(similarity * 100) / 100,
      };
    });
}

/** The cosine of the angle between the features of two texts, 0 to 1; 0 if one has none. */
export function cosineSimilarity(a: Features, b: Features): number {
  const size = Math.sqrt(product(a, a) * product(b, b));
  return size === 0 ? 0 : Math.max(0, Math.min(1, product(a, b) / size));
}

function product(a: Features, b: Features): number {
  return sparseDot(a.terms, b.terms) + dot(a.latent, b.latent);
}
