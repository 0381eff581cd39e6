import { dirname, resolve } from 'node:path';
import type { Invocation } from '../../src/cli/command/command.ts';
import { requireLedger } from '../../src/decide/known.ts';
import { recordToReplay } from '../../src/harvest/recordToReplay.ts';
import { cribaFolder } from '../../src/memory/cribaFolder.ts';
import type { RunRecord } from '../../src/memory/runRecord.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { CribaError } from '../../src/model/run/error.ts';
import { hashDesk } from '../../src/store/hashDesk.ts';
import { readDesk } from '../../src/store/readDesk.ts';

/** What a harvest begins with. */
export interface Start {
  /** folder of the repository */
  root: string;
  now: Instant;
  desk: Desk;
  /** hash of the desk's files; absent in a dry run, which keeps no record */
  deskHash?: string;
  /** the one source that is to be read, if not all are */
  source?: string;
  /** sources that are read at a time */
  concurrency: number;
  /** the run that is made again, if one is */
  replay?: { record: RunRecord; folder: string };
}

/** Reads the flags and the desk. @throws CribaError `usage/replay`, `usage/concurrency`, `replay/…` */
export async function readStart(call: Invocation): Promise<Start> {
  const { desk: folder, dryRun, values } = call;
  const root = dirname(resolve(folder));
  const replay = await readReplay(call, root);
  const deskHash = dryRun ? undefined : hashDesk(folder);
  const desk = await readDesk(folder);
  requireLedger(desk);
  const source = values.source === undefined ? undefined : String(values.source);
  return {
    root,
    now: replay?.record.now ?? call.now,
    desk,
    deskHash,
    source: replay?.record.source ?? source,
    concurrency: readConcurrency(values.concurrency),
    replay,
  };
}

/** The run that is to be made again, if one is named; the desk must be the one that it began with. */
async function readReplay({ values, desk }: Invocation, root: string): Promise<Start['replay']> {
  if (values.replay === undefined) return undefined;
  if (values.source !== undefined || values.now !== undefined) {
    throw new CribaError('usage/replay', {});
  }
  const folders = [cribaFolder(root), cribaFolder(process.cwd())] as const;
  return recordToReplay(folders, String(values.replay), hashDesk(desk));
}

function readConcurrency(value: unknown): number {
  const concurrency = Number(value ?? 8);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    throw new CribaError('usage/concurrency', { given: String(value) });
  }
  return concurrency;
}
