import type { Features } from './features.ts';
import { LATENT_DIMENSIONS } from './lsa.ts';

/** Texts as the rows of one matrix, in few columns. */
export interface DesignMatrix {
  /** where each row begins in `slots` and `values`, and where the last ends */
  rowStarts: Int32Array;
  /** columns: the directions of meaning first, then terms, then what a row has for itself */
  columnIndices: Int32Array;
  values: Float64Array;
  columnCount: number;
  /** weights of the columns as weights of terms, by number, and of directions */
  unpackWeights(weights: Float64Array): { terms: Float64Array; latent: Float64Array };
}

/** What the terms of a row that no other row has come to has no number. */
const ALONE = -1;

/**
 * Packs texts tightly. Terms that one text alone has get weights in the proportion of their values, whatever else is
 * learned: they stand in one column together, which is about half of all columns saved.
 * @param size every number of a term is below this
 */
export function packDesignMatrix(texts: readonly Features[], size: number): DesignMatrix {
  const places = placesOf(texts, size);
  const columns = places.count + texts.length;
  let room = 0;
  for (const { terms } of texts) room += terms.ids.length + LATENT_DIMENSIONS + 1;
  const starts = new Int32Array(texts.length + 1);
  const slots = new Int32Array(room);
  const values = new Float64Array(room);
  const lengths = new Float64Array(texts.length);
  let at = 0;
  for (const [row, { terms, latent }] of texts.entries()) {
    for (let d = 0; d < LATENT_DIMENSIONS; d += 1) {
      slots[at] = d;
      values[at++] = latent[d] as number;
    }
    let squares = 0;
    for (let i = 0; i < terms.ids.length; i += 1) {
      const place = places.of[terms.ids[i] as number] as number;
      const value = terms.values[i] as number;
      if (place === ALONE) {
        squares += value * value;
        continue;
      }
      slots[at] = place;
      values[at++] = value;
    }
    lengths[row] = Math.sqrt(squares);
    slots[at] = places.count + row;
    values[at++] = lengths[row] as number;
    starts[row + 1] = at;
  }
  return {
    ...{ rowStarts: starts, columnCount: columns },
    columnIndices: slots.subarray(0, at),
    values: values.subarray(0, at),
    unpackWeights(weights) {
      const spread = new Float64Array(size);
      for (const [row, { terms }] of texts.entries()) {
        const length = lengths[row] as number;
        const alone = length > 0 ? (weights[places.count + row] as number) / length : 0;
        for (let i = 0; i < terms.ids.length; i += 1) {
          const id = terms.ids[i] as number;
          const place = places.of[id] as number;
          spread[id] =
            place === ALONE ? alone * (terms.values[i] as number) : (weights[place] as number);
        }
      }
      return { terms: spread, latent: weights.slice(0, LATENT_DIMENSIONS) };
    },
  };
}

/** By number of a term: its column, or `ALONE`. */
function placesOf(texts: readonly Features[], size: number): { of: Int32Array; count: number } {
  const of = new Int32Array(size);
  for (const { terms } of texts)
    for (let i = 0; i < terms.ids.length; i += 1) {
      const id = terms.ids[i] as number;
      of[id] = (of[id] as number) + 1;
    }
  let count = LATENT_DIMENSIONS;
  const seen = new Uint8Array(size);
  for (const { terms } of texts)
    for (let i = 0; i < terms.ids.length; i += 1) {
      const id = terms.ids[i] as number;
      if (seen[id] === 1) continue;
      seen[id] = 1;
      of[id] = of[id] === 1 ? ALONE : count++;
    }
  return { of, count };
}
