import type { SparseVector } from '../words/sparseVector.ts';

/** A text as the learner sees it. */
export interface Features {
  /** stems and bigrams, together of norm 1, and character n-grams, of norm `NGRAM_NORM` */
  terms: SparseVector;
  /** where it lies in the latent space: of norm 1, or all zero */
  latent: Float64Array;
  /** its stems that the latent space knows, by what each adds to `latent` before that is brought to norm 1 */
  lsaTerms: SparseVector;
  /** the norm that `latent` had */
  latentNorm: number;
}
