/** A vector of which only the entries that are not zero are written down, in the order of their places. */
export interface SparseVector {
  ids: Int32Array;
  values: Float64Array;
}

/** Sums numbers by place, and gives them as a sparse vector; made once and used for many. */
export interface Accumulator {
  add(id: number, value: number): void;
  /** what was added since the last time, in the order of places, each sum through `weigh`; zeros are left out */
  drain(weigh: (sum: number, id: number) => number): SparseVector;
}

/** @param size every place is below this */
export function accumulator(size: number): Accumulator {
  const sums = new Float64Array(size);
  const isTouched = new Uint8Array(size);
  let touched: number[] = [];
  return {
    add(id, value) {
      if (isTouched[id] === 0) {
        isTouched[id] = 1;
        touched.push(id);
      }
      sums[id] = (sums[id] as number) + value;
    },
    drain(weigh) {
      const ids = Int32Array.from(touched).sort();
      const values = new Float64Array(ids.length);
      let kept = 0;
      for (const id of ids) {
        const value = weigh(sums[id] as number, id);
        sums[id] = 0;
        isTouched[id] = 0;
        if (value === 0) continue;
        ids[kept] = id;
        values[kept] = value;
        kept += 1;
      }
      touched = [];
      return { ids: ids.subarray(0, kept), values: values.subarray(0, kept) };
    },
  };
}

/** The same direction with the given length; nothing stays nothing. */
export function scaledToNorm(length: number, { ids, values }: SparseVector): SparseVector {
  let squares = 0;
  for (const value of values) squares += value * value;
  const factor = squares > 0 ? length / Math.sqrt(squares) : 0;
  return { ids, values: values.map((value) => value * factor) };
}

/** Two vectors in one: the places of the second begin at `from`. */
export function concatenated(
  first: SparseVector,
  second: SparseVector,
  from: number,
): SparseVector {
  const cut = first.ids.length;
  const ids = new Int32Array(cut + second.ids.length);
  const values = new Float64Array(ids.length);
  ids.set(first.ids);
  values.set(first.values);
  for (let at = 0; at < second.ids.length; at += 1)
    ids[cut + at] = (second.ids[at] as number) + from;
  values.set(second.values, cut);
  return { ids, values };
}
