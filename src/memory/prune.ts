import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bodiesIn } from './bodies.ts';
import { openDatabase } from './openDatabase.ts';
import { recallAll } from './openMemory.ts';
import { type RunRecord, readRecord, recordedRuns } from './runRecord.ts';

export interface PruneOptions {
  /** the run that has just been made: it stays, whatever its age and size */
  run: string;
  /** days after which a run cannot be replayed any more, by the clock of the file system; 30 */
  maxAge?: number;
  /** bytes that the bodies may take; the oldest runs go first; 1 GiB */
  maxBytes?: number;
  /** seconds for which a body stays that no run needs: the run that will need it may not have ended; an hour */
  grace?: number;
}

const DAY = 86_400_000;

/**
 * Removes runs that are old, or too many to store: their records, their reports, and the bodies that no other run and
 * no source needs. The last response of each source stays, since it counts again if nothing has changed.
 * @param folder `.criba`
 */
export async function prune(folder: string, options: PruneOptions): Promise<void> {
  const database = openDatabase(folder);
  const bodies = bodiesIn(database);
  const sizes = bodies.sizes();
  const needed = openNeeds(sizes);
  needed.add([...recallAll(folder).values()].flatMap(({ answer }) => answer?.body ?? []));
  const past = await runsToRemove(folder, needed, options);
  const files = past.flatMap((name) => [`runs/${name}.json`, `reports/${name}.json`]);
  await Promise.all(files.map((file) => rm(join(folder, file), { force: true })));
  const { hashes } = needed;
  if ([...sizes.keys()].some((hash) => !hashes.has(hash))) {
    bodies.keepOnly(hashes, options.grace ?? 3600);
  }
  database.close();
}

/** Names of the runs to remove. The bodies of those that stay are added to `needed`. */
async function runsToRemove(
  folder: string,
  needed: Needs,
  { run, maxAge = 30, maxBytes = 1024 ** 3 }: PruneOptions,
): Promise<string[]> {
  const past: string[] = [];
  for (const name of (await recordedRuns(folder)).reverse()) {
    const record = await readRecord(folder, name).catch(() => undefined);
    // What is no record, or one of a later version, is not ours to take away.
    if (record === undefined) continue;
    const { mtimeMs } = await stat(join(folder, 'runs', `${name}.json`));
    const bodies = bodiesOf(record);
    const fits = past.length === 0 && needed.bytesWith(bodies) <= maxBytes;
    if (name === run || (fits && Date.now() - mtimeMs <= maxAge * DAY)) needed.add(bodies);
    else past.push(name);
  }
  return past;
}

/** Bodies that are still needed. */
interface Needs {
  hashes: ReadonlySet<string>;
  add(bodies: readonly string[]): void;
  /** bytes of all that are needed, and of these */
  bytesWith(bodies: readonly string[]): number;
}

function openNeeds(sizes: ReadonlyMap<string, number>): Needs {
  const hashes = new Set<string>();
  let total = 0;
  const bytesWith = (bodies: readonly string[]) =>
    [...new Set(bodies)]
      .filter((body) => !hashes.has(body))
      .reduce((sum, body) => sum + (sizes.get(body) ?? 0), total);
  return {
    hashes,
    add(bodies) {
      total = bytesWith(bodies);
      for (const body of bodies) hashes.add(body);
    },
    bytesWith,
  };
}

function bodiesOf({ answers }: RunRecord): string[] {
  return Object.values(answers).flatMap(({ answer }) => answer?.body ?? []);
}
