import { setTimeout } from 'node:timers/promises';
import { bodiesIn } from '../memory/bodies.ts';
import { cribaFolder } from '../memory/cribaFolder.ts';
import { keepReport } from '../memory/keepReport.ts';
import { openDatabase } from '../memory/openDatabase.ts';
import { type Memory, openMemory } from '../memory/openMemory.ts';
import { prune } from '../memory/prune.ts';
import { keepRecord, type RecordedResponse, type RunRecord } from '../memory/runRecord.ts';
import type { Entry } from '../model/desk/desk.ts';
import type { Settings } from '../model/desk/settings.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { RunReport } from '../model/run/runReport.ts';
import type { RememberedItem } from '../model/run/sourceMemory.ts';
import type { FetchSource } from '../model/run/sourceResponse.ts';
import { fetchOptions } from '../net/fetchOptions.ts';
import { type FetchBytes, openFetch } from '../net/openFetch.ts';
import { withRetries } from '../net/withRetries.ts';
import { openParser, type ParseFeed } from './parse/openParser.ts';
import { fetchPolitely } from './politeness/fetchPolitely.ts';
import { replayResponses } from './replayResponses.ts';

/** What a harvest needs open while it runs. */
export interface Run {
  fetchSource: FetchSource;
  parse: ParseFeed;
  /** when a source was asked last */
  lastAsked(source: Entry<Source>): Instant | undefined;
  /** keeps the run's record, to replay it, and its report, and prunes what is old; rejects if the disk refuses */
  keep(facts: RunFacts, report: RunReport): Promise<void>;
  /** ends the network and the parsers, once every source has been read, so that scoring has the memory */
  finish(): Promise<void>;
  /** to be called once, after `finish` and `keep` */
  close(): void;
}

/** What a record says besides the responses. */
export type RunFacts = Omit<RunRecord, 'answers'>;

export interface RunOptions {
  now: Instant;
  /** folder of the repository */
  root: string;
  /** folder of the desk, as people write it */
  folder: string;
  settings: Settings;
  /** the process's own, for what only the operator may say */
  env: NodeJS.ProcessEnv;
  /** see `PolitenessOptions` */
  rules: string;
  hasNothingNew(items: readonly RememberedItem[]): boolean;
  isFresh(item: RememberedItem): boolean;
  /** whether to keep responses and what is remembered of sources */
  write: boolean;
}

/** A run over the network. */
export function openRun({ settings, env, write, ...options }: RunOptions): Run {
  const folder = cribaFolder(options.root);
  const memory = openMemory(folder, { write });
  const limits = fetchOptions(settings, env.CRIBA_ALLOW_HOSTS, env.CRIBA_TIMEOUTS);
  const network = openFetch(limits);
  const parser = openParser();
  const responses = new Map<string, RecordedResponse>();
  return {
    fetchSource: fetchPolitely({
      ...options,
      memory,
      fetch: retrying(network.fetch, limits.total),
      random: Math.random,
      onRecord: (source, response) => responses.set(source, response),
    }),
    parse: parser.parse,
    lastAsked: ({ name, data }) => memory.recall(name, data.feed)?.lastAsked,
    keep: (facts, report) =>
      keepRun(folder, memory, { ...facts, answers: byName(responses) }, report),
    async finish() {
      await Promise.all([network.close(), parser.close()]);
    },
    close: memory.close,
  };
}

function retrying(fetch: FetchBytes, total: number | undefined): FetchBytes {
  return withRetries(fetch, {
    total,
    random: Math.random,
    clock: () => performance.now(),
    sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
  });
}

/** In order of the names, so that the record does not depend on who answered first. */
function byName(responses: ReadonlyMap<string, RecordedResponse>): RunRecord['answers'] {
  return Object.fromEntries([...responses].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function keepRun(
  folder: string,
  memory: Memory,
  record: RunRecord,
  report: RunReport,
): Promise<void> {
  const trouble = memory.trouble();
  if (trouble !== undefined) throw trouble;
  memory.forget(record.now);
  await keepRecord(folder, record);
  await keepReport(folder, report);
  await prune(folder, { run: record.run });
}

/**
 * An earlier run, made again from what was stored of it: no network, and nothing is kept.
 * @param folder the `.criba` that has its record
 */
export function openReplay(record: RunRecord, folder: string): Run {
  const parser = openParser();
  const database = openDatabase(folder, { write: false });
  return {
    fetchSource: replayResponses(record, bodiesIn(database)),
    parse: parser.parse,
    lastAsked: () => undefined,
    keep: async () => {},
    finish: parser.close,
    close: database.close,
  };
}
