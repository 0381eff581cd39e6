import { setTimeout } from 'node:timers/promises';
import { bodiesIn } from '../memory/bodies.ts';
import { cribaFolder } from '../memory/cribaFolder.ts';
import { keepReport } from '../memory/keepReport.ts';
import { openDatabase } from '../memory/openDatabase.ts';
import { openMemory } from '../memory/openMemory.ts';
import { prune } from '../memory/prune.ts';
import { keepRecord, type RunRecord, toRecorded } from '../memory/runRecord.ts';
import type { Entry } from '../model/desk/desk.ts';
import type { Settings } from '../model/desk/settings.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { AskSource, Testimony } from '../model/run/answer.ts';
import type { RunReport } from '../model/run/runReport.ts';
import type { RememberedItem } from '../model/run/sourceMemory.ts';
import { fetchOptions } from '../net/fetchOptions.ts';
import { openFetch } from '../net/openFetch.ts';
import { withRetries } from '../net/withRetries.ts';
import { openParser, type ParseFeed } from './parse/openParser.ts';
import { fetchPolitely } from './politeness/fetchPolitely.ts';
import { replayResponses } from './replayResponses.ts';

/** What a harvest needs open while it runs. */
export interface Run {
  ask: AskSource;
  parse: ParseFeed;
  /** when a source was asked last */
  lastAsked(source: Entry<Source>): Instant | undefined;
  /** keeps what it takes to make the run again, and what it did; lets go of what is old. Rejects where that cannot be. */
  keep(about: About, report: RunReport): Promise<void>;
  /** ends the network and the parsers, once every source has been read: what comes then needs the memory */
  finish(): Promise<void>;
  /** to be called once, after `finish` and `keep` */
  close(): void;
}

/** What a record says besides the answers. */
export type About = Omit<RunRecord, 'answers'>;

export interface RunOptions {
  now: Instant;
  /** folder of the repository */
  root: string;
  /** folder of the desk, as people write it */
  folder: string;
  settings: Settings;
  /** the process's own, for what only the operator may say */
  env: NodeJS.ProcessEnv;
  /** see `PoliteOptions` */
  rules: string;
  hasNothingNew(items: readonly RememberedItem[]): boolean;
  /** whether to keep answers and what is remembered of sources */
  write: boolean;
}

/** A run over the network. */
export function openRun({ settings, env, write, ...options }: RunOptions): Run {
  const memory = openMemory(cribaFolder(options.root), { write });
  const how = fetchOptions(settings, env.CRIBA_ALLOW_HOSTS, env.CRIBA_TIMEOUTS);
  const network = openFetch(how);
  const parser = openParser();
  const testimony = new Map<string, Testimony>();
  return {
    ask: fetchPolitely({
      ...options,
      memory,
      fetch: withRetries(network.fetch, {
        total: how.total,
        random: Math.random,
        clock: () => performance.now(),
        sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
      }),
      random: Math.random,
      onRecord: (source, given) => testimony.set(source, given),
    }),
    parse: parser.parse,
    lastAsked: ({ name, data }) => memory.recall(name, data.feed)?.lastAsked,
    async keep(about, report) {
      const folder = cribaFolder(options.root);
      const told = [...testimony].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const answers = Object.fromEntries(told.map(([name, one]) => [name, toRecorded(one)]));
      const trouble = memory.trouble();
      if (trouble !== undefined) throw trouble;
      memory.forget(about.now);
      await keepRecord(folder, { ...about, answers });
      await keepReport(folder, report);
      await prune(folder, { run: about.run });
    },
    async finish() {
      await Promise.all([network.close(), parser.close()]);
    },
    close: memory.close,
  };
}

/**
 * An earlier run, made again from what was stored of it: no network, and nothing is kept.
 * @param folder the `.criba` that has its record
 */
export function openReplay(record: RunRecord, folder: string): Run {
  const parser = openParser();
  const database = openDatabase(folder, { write: false });
  return {
    ask: replayResponses(record, bodiesIn(database)),
    parse: parser.parse,
    lastAsked: () => undefined,
    keep: async () => {},
    finish: parser.close,
    close: database.close,
  };
}
