export interface TurnOptions<J> {
  /** jobs under way at a time, >= 1 */
  concurrency: number;
  /** jobs of one key wait for each other until `release` is called; undefined waits for nobody */
  key(job: J): string | undefined;
}

/**
 * Runs jobs side by side, one at a time for each key, and gives their results in the order of the jobs.
 * A job whose key is taken does not hold back those behind it. The first error ends it all.
 */
export async function inTurn<J, R>(
  jobs: readonly J[],
  { concurrency, key }: TurnOptions<J>,
  work: (job: J, release: () => void) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = jobs.map((job, place) => ({ job, place, key: key(job) }));
  const taken = new Set<string>();
  let active = 0;
  return new Promise((done, failed) => {
    const next = () => {
      while (active < concurrency) {
        const at = waiting.findIndex((entry) => entry.key === undefined || !taken.has(entry.key));
        const [entry] = at === -1 ? [] : waiting.splice(at, 1);
        if (entry === undefined) break;
        active += 1;
        if (entry.key !== undefined) taken.add(entry.key);
        const release = () => {
          if (entry.key !== undefined && taken.delete(entry.key)) next();
          entry.key = undefined;
        };
        work(entry.job, release)
          .then((result) => {
            results[entry.place] = result;
          })
          .finally(() => {
            active -= 1;
            release();
          })
          .then(next, failed);
      }
      if (active === 0 && waiting.length === 0) done(results);
    };
    next();
  });
}
