const SIZES = ['small', 'middle', 'whole'] as const;
type Size = (typeof SIZES)[number];

/** How much of a slow suite runs: `npm test` small, `.ci/run` middle, `npm run test:long` whole. */
const chosen = (process.env.CRIBA_SIZE ?? 'small') as Size;
if (!SIZES.includes(chosen))
  throw new RangeError(`CRIBA_SIZE is one of ${SIZES.join(', ')}, not ${chosen}.`);

/** What stands for the size that runs, as in `size({ small: 300, middle: 4_000, whole: 20_000 })`. */
export function size<T>(each: Readonly<Record<Size, T>>): T {
  return each[chosen];
}
