/** Seconds of CPU that this thread spends on some work: for claims of speed, which must hold on a busy machine too. */
export function cpuSeconds(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000_000;
}
