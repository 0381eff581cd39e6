import { type RunRecord, readRecord, recordedRuns } from '../memory/runRecord.ts';
import { CribaError } from '../model/run/error.ts';

/**
 * The record of a run that can be made again on a desk, and the folder that has it.
 * @param folders `.criba` folders to look in, the desk's own first: a desk taken from an older commit has none
 * @param desk hash of the desk's files
 * @throws CribaError `replay/no-run`, `replay/other-desk` when the desk is not as it was before that run
 */
export async function recordToReplay(
  folders: readonly [string, ...string[]],
  run: string,
  desk: string,
): Promise<{ record: RunRecord; folder: string }> {
  let folder = folders[0];
  for (const one of folders.toReversed()) {
    if ((await recordedRuns(one)).includes(run)) folder = one;
  }
  const record = await readRecord(folder, run);
  if (record.desk === desk) return { record, folder };
  throw new CribaError('replay/other-desk', { run, commit: record.commit });
}
