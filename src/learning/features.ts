import type { SparseVector } from './sparseVector.ts';

/** A text as the learner sees it. */
export interface Features {
  /** stems and pairs of stems, together of length 1, and parts of words, of length `PARTS_SHARE` */
  terms: SparseVector;
  /** where it lies in the directions of meaning: of length 1, or all zero */
  latent: Float64Array;
  /** stems that tell of others, by what each adds to `meaning` before that is brought to its length */
  lsaTerms: SparseVector;
  /** the length that `meaning` had */
  latentNorm: number;
}
