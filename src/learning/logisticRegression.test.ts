import { describe, expect, test } from 'vitest';
import { at, norm } from '../words/vector.ts';
import { rowDot } from './csrMatrix.ts';
import { packDesignMatrix } from './designMatrix.ts';
import type { Features } from './features.ts';
import { fitLogisticRegression, logitShift, type TrainingExample } from './logisticRegression.ts';
import { LATENT_DIMENSIONS } from './lsa.ts';
import { seededRandom } from './seededRandom.ts';

const SIZE = 200;
/** Terms of which each stands in one text at most. */
const OWN_FROM = 20;

/** A text of two terms that others have and two of its own. */
function featuresAt(row: number, random: () => number): Features {
  const common = [row % 7, 7 + (row % 5)];
  const ids = Int32Array.from([...common, OWN_FROM + 2 * row, OWN_FROM + 2 * row + 1]);
  const values = Float64Array.from(ids, () => 0.1 + random());
  const latent = Float64Array.from({ length: LATENT_DIMENSIONS }, () => random() - 0.5);
  const terms = { ids, values };
  return {
    terms,
    latent: latent.map((value) => value / norm(latent)),
    lsaTerms: terms,
    latentNorm: 1,
  };
}

const random = seededRandom(11);
const texts = Array.from({ length: 60 }, (_, row) => featuresAt(row, random));

describe('a design matrix', () => {
  const design = packDesignMatrix(texts, SIZE);
  test('has no column for a term that one text alone has', () => {
    expect(design.columnCount).toBe(LATENT_DIMENSIONS + 12 + texts.length);
  });
  test('predicts as the weights that are unpacked from its columns do', () => {
    const packed = Float64Array.from({ length: design.columnCount }, () => random() - 0.5);
    const weights = { bias: 0, ...design.unpackWeights(packed) };
    for (const [row, features] of texts.entries())
      expect(logitShift(weights, features)).toBeCloseTo(rowDot(design, row, packed, 0), 10);
  });
});

describe('a fit', () => {
  const kept = (row: number) => row % 7 < 3;
  const examples = texts.map(
    (features, row): TrainingExample => ({ features, kept: kept(row), weight: 1, offset: 0 }),
  );
  const weights = fitLogisticRegression(examples, SIZE);
  test('weighs a term by whether its texts were kept', () => {
    for (let term = 0; term < 7; term += 1)
      expect(Math.sign(at(weights.terms, term))).toBe(kept(term) ? 1 : -1);
  });
  test('tells kept from dropped', () => {
    for (const { features, kept } of examples)
      expect(weights.bias + logitShift(weights, features) > 0).toBe(kept);
  });
  test('ends where the gradient of a shared term is that of its ridge', () => {
    const ridge = 0.3;
    const best = fitLogisticRegression(examples, SIZE, { ridge, steps: 500 });
    const residuals = examples.map(({ features, kept }) => {
      const logit = best.bias + logitShift(best, features);
      return 1 / (1 + Math.exp(-logit)) - Number(kept);
    });
    for (let term = 0; term < 12; term += 1) {
      const slope = texts.reduce((sum, { terms }, row) => {
        const place = terms.ids.indexOf(term);
        return place < 0 ? sum : sum + at(residuals, row) * at(terms.values, place);
      }, ridge * at(best.terms, term));
      expect(slope).toBeCloseTo(0, 2);
    }
  });
  test('of offsets that say it all already moves nothing', () => {
    const known = examples.map((one) => ({ ...one, offset: one.kept ? 20 : -20 }));
    const none = fitLogisticRegression(known, SIZE);
    for (const { features } of known) expect(logitShift(none, features)).toBeCloseTo(0, 4);
  });
  test('counts an example of weight 2 as the same one twice', () => {
    const [first, ...others] = examples;
    if (first === undefined) throw new RangeError('no example');
    const twice = fitLogisticRegression([...others, first, first], SIZE, { steps: 500 });
    const heavy = fitLogisticRegression([...others, { ...first, weight: 2 }], SIZE, { steps: 500 });
    for (const { features } of examples)
      expect(logitShift(twice, features)).toBeCloseTo(logitShift(heavy, features), 2);
  });
});
