export interface QueueOptions<J> {
  /** jobs under way at a time, >= 1 */
  concurrency: number;
  /** jobs of one key wait for each other until `release` is called; a job without a key waits for none */
  key(job: J): string | undefined;
}

interface QueuedJob<J> {
  job: J;
  /** in the list of jobs */
  place: number;
  /** undefined once it is released */
  key: string | undefined;
}

/**
 * Runs jobs side by side, one at a time for each key, and gives their results in the order of the jobs. A job whose key
 * is taken does not hold up those behind it. After the first error no job is begun, and the queue rejects as soon as
 * those under way have ended.
 */
export async function perHostQueue<J, R>(
  jobs: readonly J[],
  { concurrency, key }: QueueOptions<J>,
  work: (job: J, release: () => void) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting: QueuedJob<J>[] = jobs.map((job, place) => ({ job, place, key: key(job) }));
  const taken = new Set<string>();
  const errors: unknown[] = [];
  let active = 0;
  const { promise, resolve, reject } = Promise.withResolvers<R[]>();

  const advance = () => {
    while (errors.length === 0 && active < concurrency) {
      const next = takeFree(waiting, taken);
      if (next === undefined) break;
      active += 1;
      void run(next);
    }
    if (active > 0) return;
    if (errors.length > 0) reject(errors[0]);
    else if (waiting.length === 0) resolve(results);
  };
  const release = (queued: QueuedJob<J>) => {
    if (queued.key !== undefined && taken.delete(queued.key)) advance();
    queued.key = undefined;
  };
  const run = async (queued: QueuedJob<J>) => {
    try {
      results[queued.place] = await work(queued.job, () => release(queued));
    } catch (error) {
      errors.push(error);
    }
    active -= 1;
    release(queued);
    advance();
  };

  advance();
  return promise;
}

/** Takes the first job whose key is free, and its key with it. */
function takeFree<J>(waiting: QueuedJob<J>[], taken: Set<string>): QueuedJob<J> | undefined {
  const at = waiting.findIndex(({ key }) => key === undefined || !taken.has(key));
  const [next] = at === -1 ? [] : waiting.splice(at, 1);
  if (next?.key !== undefined) taken.add(next.key);
  return next;
}
