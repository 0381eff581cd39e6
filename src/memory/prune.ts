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
  /** seconds for which a body stays that nobody seems to need: the run that needs it may not have ended; an hour */
  grace?: number;
}

const DAY = 86_400_000;

/**
 * Lets go of runs that are old, or too many to store: their records, their reports, and the bodies that no other run
 * and no source needs. The last answer of each source stays, since it stands in when nothing has changed.
 * @param folder `.criba`
 */
export async function prune(
  folder: string,
  { run, maxAge = 30, maxBytes = 1024 ** 3, grace = 3600 }: PruneOptions,
): Promise<void> {
  const database = openDatabase(folder);
  const bodies = bodiesIn(database);
  const sizes = bodies.sizes();
  const needed = new Set<string>();
  const bytesMore = (hashes: Iterable<string>) =>
    [...new Set(hashes)]
      .filter((body) => !needed.has(body))
      .reduce((sum, body) => sum + (sizes.get(body) ?? 0), 0);
  let total = 0;
  const need = (hashes: readonly string[]) => {
    total += bytesMore(hashes);
    for (const hash of hashes) needed.add(hash);
  };
  need([...recallAll(folder).values()].flatMap(({ answer }) => answer?.body ?? []));

  const past: string[] = [];
  for (const name of (await recordedRuns(folder)).reverse()) {
    const record = await readRecord(folder, name).catch(() => undefined);
    // What is no record, or one of a later version, is not ours to take away.
    if (record === undefined) continue;
    const { mtimeMs } = await stat(join(folder, 'runs', `${name}.json`));
    const fits = past.length === 0 && total + bytesMore(bodiesOf(record)) <= maxBytes;
    if (name === run || (fits && Date.now() - mtimeMs <= maxAge * DAY)) need(bodiesOf(record));
    else past.push(name);
  }
  const files = past.flatMap((name) => [`runs/${name}.json`, `reports/${name}.json`]);
  await Promise.all(files.map((file) => rm(join(folder, file), { force: true })));
  if ([...sizes.keys()].some((hash) => !needed.has(hash))) bodies.keepOnly(needed, grace);
  database.close();
}

function bodiesOf({ answers }: RunRecord): string[] {
  return Object.values(answers).flatMap(({ answer }) => answer?.body ?? []);
}
