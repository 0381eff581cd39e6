import type { FeedDocument } from '../../model/run/document.ts';
import { SourceError, sourceError } from '../../model/run/sourceError.ts';
import type { Job } from './answerJob.ts';
import type { ParsedFeed, ParseOptions } from './parsedFeed.ts';
import { type ParserThread, startThread } from './parserThread.ts';

/** Parses a document, whose bytes may not be looked at afterwards. Throws `source/not-a-feed`, `source/parser-ended`. */
export type ParseFeed = (document: FeedDocument, options: ParseOptions) => Promise<ParsedFeed>;

export interface OpenParserOptions {
  /** milliseconds of CPU that a document may take; 5,000. By the clock it may take twelve times as long. */
  deadline?: number;
  /** threads at most; 2 */
  workers?: number;
  /** milliseconds that a document waits before another thread is started for it; 1,000 */
  patience?: number;
  /** megabytes of heap that a thread may use; 256 */
  heap?: number;
}

interface Task {
  job: Job;
  /** when it came, milliseconds of `performance.now` */
  since: number;
  done(feed: ParsedFeed): void;
  failed(error: unknown): void;
}

/** Documents that wait, and the threads that read them. */
interface Pool {
  readonly options: Required<OpenParserOptions>;
  readonly waiting: Task[];
  readonly idle: ParserThread[];
  /** idle ones included */
  readonly threads: Set<ParserThread>;
  closed: boolean;
  /** when to see again whether another thread is needed */
  timer: NodeJS.Timeout | undefined;
}

/**
 * Parsers in worker threads. One that runs past its deadline or its memory is ended and replaced, and only the document
 * that it was reading is lost. A thread costs a tenth of a second and 30 MB, so the first starts with the first
 * document, and another only when documents have to wait. `close` ends them all; what is waiting fails.
 *
 * This is not piscina, which can abort one task and its thread: its signal counts the time in the queue too, so that a
 * deadline by CPU needs a message of the thread and a search for it here; it starts its second thread with the second
 * document that waits, and none after an abort unless one is always kept. Over 439 feeds that took 1.3 times the CPU
 * and 90 MB more, with one thread 1.07 times and 50 MB; over 20 feeds 1.7 times the CPU.
 */
export function openParser({
  deadline = 5_000,
  workers = 2,
  patience = 1_000,
  heap = 256,
}: OpenParserOptions = {}): { parse: ParseFeed; close(): Promise<void> } {
  const pool: Pool = {
    options: { deadline, workers, patience, heap },
    waiting: [],
    idle: [],
    threads: new Set(),
    closed: false,
    timer: undefined,
  };
  return {
    parse: ({ bytes, contentType, contentLanguage, url }, { now, maxHtml }) =>
      new Promise((done, failed) => {
        if (pool.closed) throw sourceError('parserEnded', { why: 'closed' });
        const job = { bytes, contentType, contentLanguage, url, now, maxHtml };
        pool.waiting.push({ job, since: performance.now(), done, failed });
        assign(pool);
      }),
    close: () => close(pool),
  };
}

/** Gives waiting documents to threads, as long as there are any. */
function assign(pool: Pool): void {
  const { waiting, idle, threads, options } = pool;
  clearTimeout(pool.timer);
  for (let task = waiting[0]; task !== undefined; task = waiting[0]) {
    const free = idle.pop();
    if (free !== undefined && !free.isAlive()) {
      threads.delete(free);
      continue;
    }
    if (free === undefined && threads.size >= options.workers) return;
    const wait = threads.size === 0 ? 0 : task.since + options.patience - performance.now();
    if (free === undefined && wait > 0) {
      pool.timer = setTimeout(() => assign(pool), wait);
      return;
    }
    waiting.shift();
    void run(pool, free ?? started(pool), task);
  }
}

function started({ threads, options }: Pool): ParserThread {
  const thread = startThread(options);
  threads.add(thread);
  return thread;
}

async function run(pool: Pool, thread: ParserThread, { job, done, failed }: Task): Promise<void> {
  const answer = await thread.read(job);
  if (thread.isAlive()) pool.idle.push(thread);
  else pool.threads.delete(thread);
  if (answer.kind === 'parsed') done(answer.feed);
  else failed(new SourceError(answer.fault, answer.coded));
  assign(pool);
}

async function close(pool: Pool): Promise<void> {
  pool.closed = true;
  clearTimeout(pool.timer);
  for (const { failed } of pool.waiting.splice(0))
    failed(sourceError('parserEnded', { why: 'closed' }));
  await Promise.all([...pool.threads].map((thread) => thread.end()));
}
