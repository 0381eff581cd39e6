import type { Worker } from 'node:worker_threads';

/** A thread that gets a twelfth of a processor, or less, is not on a busy machine but stuck where it uses none. */
const WALL_CLOCK = 12;

/**
 * Calls `overrun` when a thread has used so much CPU since this call, however long that takes on a busy machine; or when
 * twelve times as long has passed by the clock. Gives a function that ends the watch.
 * @param deadline milliseconds of CPU
 */
export function watchCpu(
  thread: Pick<Worker, 'cpuUsage'>,
  deadline: number,
  overrun: (after: number) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const clock = setTimeout(() => overrun(deadline * WALL_CLOCK), deadline * WALL_CLOCK);
  const start = thread.cpuUsage();
  const check = async () => {
    const { user, system } = await thread.cpuUsage(await start);
    const left = deadline - (user + system) / 1000;
    if (timer === undefined) return;
    if (left <= 0) overrun(deadline);
    else timer = again(Math.max(1, left));
  };
  // A thread that has ended meanwhile cannot be asked; its owner hears of the end by itself.
  const again = (after: number) => setTimeout(() => void check().catch(() => {}), after);
  start.catch(() => {});
  timer = again(deadline);
  return () => {
    clearTimeout(clock);
    clearTimeout(timer);
    timer = undefined;
  };
}
