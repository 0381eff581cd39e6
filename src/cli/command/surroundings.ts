/** Where a command runs: what it reads of its process and where it writes. `process` is one. */
export interface Surroundings extends Pick<NodeJS.Process, 'stdout' | 'stderr'> {
  env: Readonly<Record<string, string | undefined>>;
}
