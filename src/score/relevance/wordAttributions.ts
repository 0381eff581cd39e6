import type { Features } from '../../learning/features.ts';
import type { LogitWeights } from '../../learning/logisticRegression.ts';
import type { Doc } from '../../words/corpus.ts';
import { dot, f64At } from '../../words/vector.ts';
import type { Word } from '../../words/words.ts';
import type { FeatureSpace } from './featureSpace.ts';

/** A word of a text and its part in what was learned, in log-odds. */
export interface WordAttribution {
  /** as it stands in the text, where it stands first */
  surface: string;
  value: number;
}

/**
 * Shares out among a text's words how far what was learned moves it: the shares add up to that. A stem's contribution
 * goes to its word, half of a bigram's to each of its two, an n-gram's to the words that have it, and a latent
 * dimension's to the words that lie along it.
 * @param models whose weights are added up
 * @returns the strongest first, whichever way it moves
 */
export function wordAttributions(
  models: readonly LogitWeights[],
  doc: Doc,
  features: Features,
  space: FeatureSpace,
): WordAttribution[] {
  const contributions = contributionsOf(models, features, space);
  const { holders, surfaces } = holdersOf(doc, contributions, space);
  const shares = new Map<string, number>();
  for (const [term, own] of holders) {
    const value = contributions.get(term) ?? 0;
    const times = own.values().reduce((sum, count) => sum + count, 0);
    for (const [stem, count] of own)
      shares.set(stem, (shares.get(stem) ?? 0) + (value * count) / times);
  }
  return [...shares]
    .map(([stem, value]) => ({ surface: surfaces.get(stem) ?? stem, value }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.surface < b.surface ? -1 : 1));
}

/** By number of a term: how far it moves the text, by itself and by the latent dimensions that it lies along. */
function contributionsOf(
  models: readonly LogitWeights[],
  { terms, lsaTerms, latentNorm }: Features,
  { lsa }: FeatureSpace,
): Map<number, number> {
  const contributions = new Map<number, number>();
  for (const [n, id] of terms.ids.entries()) {
    const weight = models.reduce((sum, model) => sum + f64At(model.terms, id), 0);
    contributions.set(id, weight * f64At(terms.values, n));
  }
  if (lsa === undefined || latentNorm === 0) return contributions;
  for (const [n, id] of lsaTerms.ids.entries()) {
    const vector = lsa.termVector(id);
    const weight = models.reduce((sum, { latent }) => dot(latent, vector, sum), 0);
    const value = (weight * f64At(lsaTerms.values, n)) / latentNorm;
    contributions.set(id, (contributions.get(id) ?? 0) + value);
  }
  return contributions;
}

interface Holders {
  /** by number of a term: how often each stem's words hold it */
  holders: Map<number, Map<string, number>>;
  /** by stem: the word as it stands first */
  surfaces: Map<string, string>;
}

/** Which words of a text hold which of the terms that move it. */
function holdersOf(
  { title, body }: Doc,
  contributions: ReadonlyMap<number, number>,
  space: FeatureSpace,
): Holders {
  const holders = new Map<number, Map<string, number>>();
  const surfaces = new Map<string, string>();
  const hold = (term: number | undefined, { stem, surface }: Word) => {
    if (term === undefined || !contributions.has(term)) return;
    if (!surfaces.has(stem)) surfaces.set(stem, surface);
    const own = holders.get(term) ?? new Map<string, number>();
    holders.set(term, own);
    own.set(stem, (own.get(stem) ?? 0) + 1);
  };
  for (const words of [title, body]) {
    for (const [n, word] of words.entries()) {
      const { stem, ngrams } = space.termsOf(word);
      hold(stem, word);
      for (const ngram of ngrams) hold(ngram, word);
      const next = words[n + 1];
      if (next === undefined) continue;
      const bigram = space.bigramOf(word, next);
      hold(bigram, word);
      hold(bigram, next);
    }
  }
  return { holders, surfaces };
}
