export interface QueueOptions<J> {
  /** jobs under way at a time, >= 1 */
  concurrency: number;
  /** jobs of one key wait for each other until `release` is called; undefined waits for nobody */
  key(job: J): string | undefined;
}

/**
 * Runs jobs side by side, one at a time for each key, and gives their results in the order of the jobs.
 * A job whose key is taken does not hold back those behind it. After the first error no job is begun; it rejects when
 * those under way have ended.
 */
export async function perHostQueue<J, R>(
  jobs: readonly J[],
  { concurrency, key }: QueueOptions<J>,
  work: (job: J, release: () => void) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = jobs.map((job, place) => ({ job, place, key: key(job) }));
  const taken = new Set<string>();
  let active = 0;
  let fault: { error: unknown } | undefined;
  return new Promise((done, failed) => {
    const next = () => {
      while (fault === undefined && active < concurrency) {
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
          .then(
            (result) => {
              results[entry.place] = result;
            },
            (error: unknown) => {
              fault ??= { error };
            },
          )
          .then(() => {
            active -= 1;
            release();
            next();
          });
      }
      if (active > 0) return;
      if (fault) failed(fault.error);
      else if (waiting.length === 0) done(results);
    };
    next();
  });
}
