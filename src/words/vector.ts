/**
 * The number at a place of a list. These three are where a place is trusted to lie within its list: nobody checks, since
 * loops over vectors are where learning spends its time. One for each kind of list, so that each stays fast.
 */
export function f64At(list: Float64Array, place: number): number {
  return list[place] as number;
}

/** See `f64At`. */
export function i32At(list: Int32Array, place: number): number {
  return list[place] as number;
}

/** What stands at a place of a list of any kind, outside of inner loops; see `f64At`. */
export function at<T>(list: ArrayLike<T>, place: number): T {
  return list[place] as T;
}

/** `start` and the products of two vectors of one length, added up in the order of their places. */
export function dot(a: Float64Array, b: Float64Array, start = 0): number {
  let sum = start;
  const { length } = a;
  for (let place = 0; place < length; place += 1) sum += f64At(a, place) * f64At(b, place);
  return sum;
}

/** The Euclidean length of a vector. */
export function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}

/** y += factor · x. */
export function axpy(factor: number, x: Float64Array, y: Float64Array): void {
  const { length } = y;
  for (let place = 0; place < length; place += 1)
    y[place] = f64At(y, place) + factor * f64At(x, place);
}

/** x *= factor. */
export function scale(factor: number, x: Float64Array): void {
  const { length } = x;
  for (let place = 0; place < length; place += 1) x[place] = f64At(x, place) * factor;
}
