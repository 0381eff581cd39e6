import { f64At, i32At } from './vector.ts';

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
      sums[id] = f64At(sums, id) + value;
    },
    drain(weigh) {
      const ids = Int32Array.from(touched).sort();
      const values = new Float64Array(ids.length);
      let kept = 0;
      for (const id of ids) {
        const value = weigh(f64At(sums, id), id);
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

/** The dot product of two sparse vectors. */
export function sparseDot(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const left = i32At(a.ids, i);
    const right = i32At(b.ids, j);
    if (left === right) sum += f64At(a.values, i) * f64At(b.values, j);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return sum;
}

/** The dot product of a sparse vector and a dense one. */
export function sparseDenseDot({ ids, values }: SparseVector, dense: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < ids.length; n += 1) sum += f64At(dense, i32At(ids, n)) * f64At(values, n);
  return sum;
}

/** The same direction with the given norm; nothing stays nothing. */
export function scaledToNorm(norm: number, { ids, values }: SparseVector): SparseVector {
  let squares = 0;
  for (const value of values) squares += value * value;
  const factor = squares > 0 ? norm / Math.sqrt(squares) : 0;
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
  for (let n = 0; n < second.ids.length; n += 1) ids[cut + n] = i32At(second.ids, n) + from;
  values.set(second.values, cut);
  return { ids, values };
}

/** The entries of a vector whose places are below a number. */
export function prefix(limit: number, { ids, values }: SparseVector): SparseVector {
  let end = ids.length;
  while (end > 0 && i32At(ids, end - 1) >= limit) end -= 1;
  return { ids: ids.subarray(0, end), values: values.subarray(0, end) };
}
