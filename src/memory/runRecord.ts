import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { Instant } from '../model/desk/time.ts';
import { CribaError } from '../model/run/error.ts';
import { SOURCE_CODES } from '../model/run/outcome.ts';
import { type CodedSourceFault, FAULTS, type SourceError } from '../model/run/sourceError.ts';
import { type RememberedItem, StoredItem, StoredResponse } from '../model/run/sourceMemory.ts';
import { writeWhole } from './writeWhole.ts';

// Only Criba writes them.
const StoredFault = z.custom<CodedSourceFault>((value) => {
  const { code, values } = Object(value) as Partial<Record<string, unknown>>;
  return typeof code === 'string' && typeof values === 'object' && values !== null;
});

/** What a source responded in a run: a body that was parsed, why there was none, or neither if none was needed. */
export const RecordedResponse = z.object({
  feed: z.string(),
  code: z.enum(SOURCE_CODES),
  /** if it was not asked, whether it had answered before; yes, if left out */
  answered: z.boolean().optional(),
  /** if its document was not parsed again: the items that counted as fresh */
  fresh: z.array(StoredItem).optional(),
  answer: StoredResponse.optional(),
  error: z.object({ fault: z.enum(FAULTS), coded: StoredFault }).optional(),
});
export type RecordedResponse = z.infer<typeof RecordedResponse>;

/** All that a run was made of: with it and the same desk, the run can be made again without a network. */
export const RunRecord = z.object({
  run: z.string(),
  /** the clock of the run */
  now: Instant,
  /** of the repository, if it is one: to find the desk again */
  commit: z.string().optional(),
  /** SHA-256 of the desk's files before the run */
  desk: z.string(),
  /** the one source that was asked, if not all were */
  source: z.string().optional(),
  answers: z.record(z.string(), RecordedResponse),
});
export type RunRecord = z.infer<typeof RunRecord>;

/** What became of a source, as far as making the run again needs it. */
export interface RecordedOutcome {
  /** if there was no error; `ok` if left out */
  code?: 'ok' | 'unchanged' | 'resting';
  /** as in `CachedResponse` */
  answered?: boolean;
  /** as in `SkippedResponse` */
  fresh?: readonly RememberedItem[];
  /** the body that was parsed */
  answer?: StoredResponse | undefined;
  error?: SourceError | undefined;
}

/** A response as a record holds it. */
export function recorded(
  feed: string,
  { code = 'ok', answered = true, fresh = [], answer, error }: RecordedOutcome,
): RecordedResponse {
  return {
    feed,
    code: error?.fault ?? code,
    ...(!answered && { answered }),
    ...(fresh.length > 0 && { fresh: [...fresh] }),
    answer,
    error: error && { fault: error.fault, coded: error.coded as CodedSourceFault },
  };
}

/** @param folder `.criba` */
export function keepRecord(folder: string, record: RunRecord): Promise<void> {
  return writeWhole(join(folder, 'runs', `${record.run}.json`), `${JSON.stringify(record)}\n`);
}

/** @throws CribaError `replay/no-run`, with the runs that there are */
export async function readRecord(folder: string, run: string): Promise<RunRecord> {
  const runs = await recordedRuns(folder);
  if (runs.includes(run)) {
    const text = await readFile(join(folder, 'runs', `${run}.json`), 'utf8');
    const record = RunRecord.safeParse(orUndefined(text));
    if (record.success) return record.data;
  }
  throw new CribaError('replay/no-run', { run, folder, last: runs.slice(-5) });
}

/** Names of the runs that there is a record of, oldest first. */
export async function recordedRuns(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, 'runs')).catch(() => []);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5))
    .sort();
}

function orUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
