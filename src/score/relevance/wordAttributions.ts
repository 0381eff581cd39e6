import type { Features } from '../../learning/features.ts';
import type { LogitWeights } from '../../learning/logisticRegression.ts';
import { LATENT_DIMENSIONS } from '../../learning/lsa.ts';
import type { Doc } from '../../words/corpus.ts';
import type { Word } from '../../words/words.ts';
import type { FeatureSpace } from './featureSpace.ts';

/** A word of a text and its part in what was learned, in log-odds. */
export interface WordAttribution {
  /** as it stands in the text, where it stands first */
  surface: string;
  value: number;
}

/**
 * Shares out among a text's words how far what was learned moves it: the shares add up to that. A stem's weight goes to
 * its word, a pair's half to each, a part's to the words that have it, a direction's to the words that point there.
 * @returns the strongest first, whichever way it moves
 */
export function wordAttributions(
  learned: readonly LogitWeights[],
  { title, body }: Doc,
  { terms, lsaTerms, latentNorm }: Features,
  space: FeatureSpace,
): WordAttribution[] {
  const values = new Map<number, number>();
  for (let at = 0; at < terms.ids.length; at += 1) {
    const id = terms.ids[at] as number;
    const weight = learned.reduce((sum, one) => sum + (one.terms[id] as number), 0);
    values.set(id, weight * (terms.values[at] as number));
  }
  const pointing = towards(learned, { lsaTerms, latentNorm }, space);
  const holders = new Map<number, Map<string, number>>();
  const surfaces = new Map<string, string>();
  const hold = (id: number, { stem, surface }: Word) => {
    if (!values.has(id)) return;
    if (!surfaces.has(stem)) surfaces.set(stem, surface);
    const own = holders.get(id) ?? new Map<string, number>();
    holders.set(id, own);
    own.set(stem, (own.get(stem) ?? 0) + 1);
  };
  for (const words of [title, body]) {
    for (const [at, word] of words.entries()) {
      const { stem, parts } = space.termsOf(word);
      if (stem !== undefined) hold(stem, word);
      for (const part of parts) hold(part, word);
      const next = words[at + 1];
      if (next === undefined) continue;
      const pair = space.bigramOf(word, next);
      hold(pair, word);
      hold(pair, next);
    }
  }
  const shares = new Map<string, number>();
  for (const [id, own] of holders) {
    const value = (values.get(id) ?? 0) + (pointing.get(id) ?? 0);
    const times = own.values().reduce((sum, count) => sum + count, 0);
    for (const [stem, count] of own)
      shares.set(stem, (shares.get(stem) ?? 0) + (value * count) / times);
  }
  return [...shares]
    .map(([stem, value]) => ({ surface: surfaces.get(stem) ?? stem, value }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.surface < b.surface ? -1 : 1));
}

/** By number of a stem: its part in where the text lies in the directions of meaning, as what was learned weighs them. */
function towards(
  learned: readonly LogitWeights[],
  { lsaTerms, latentNorm }: Pick<Features, 'lsaTerms' | 'latentNorm'>,
  { lsa }: FeatureSpace,
): Map<number, number> {
  const pointing = new Map<number, number>();
  if (lsa === undefined || latentNorm === 0) return pointing;
  for (let at = 0; at < lsaTerms.ids.length; at += 1) {
    const id = lsaTerms.ids[at] as number;
    const place = lsa.termVector(id);
    let dot = 0;
    for (const one of learned)
      for (let d = 0; d < LATENT_DIMENSIONS; d += 1)
        dot += (one.latent[d] as number) * (place[d] as number);
    pointing.set(id, (dot * (lsaTerms.values[at] as number)) / latentNorm);
  }
  return pointing;
}
