import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FeedDocument } from '../../model/run/document.ts';
import { sourceError } from '../../model/run/sourceError.ts';
import type { Job } from './answerJob.ts';
import type { ParsedFeed, ParseOptions } from './parsedFeed.ts';
import type { Reply } from './worker.ts';

/** Parses a document, whose bytes may not be looked at afterwards. Throws `source/not-a-feed`, `source/parser-ended`. */
export type ParseFeed = (document: FeedDocument, options: ParseOptions) => Promise<ParsedFeed>;

export interface OpenParserOptions {
  /** milliseconds that a document may take; 5,000 */
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

// A thread takes a moment to start, and on a busy machine ten times that; it is no fault of the document.
const START = 30_000;

// As for the commands: see `bin/criba`.
const COMPILE_CACHE = fileURLToPath(new URL('../../../node_modules/.cache/criba', import.meta.url));

/**
 * Parsers in worker threads. One that runs past its deadline or its memory is ended and replaced, and only the document
 * that it was reading is lost. A thread costs a tenth of a second and 30 MB, so the first starts with the first
 * document, and another only when documents have to wait. `close` ends them all; what is waiting fails.
 */
export function openParser({
  deadline = 5_000,
  workers = 2,
  patience = 1_000,
  heap = 256,
}: OpenParserOptions = {}): {
  parse: ParseFeed;
  close(): Promise<void>;
} {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  let closed = false;
  let later: NodeJS.Timeout | undefined;
  const assign = () => {
    clearTimeout(later);
    for (let task = waiting[0]; task !== undefined; task = waiting[0]) {
      const wait = all.size === 0 ? 0 : task.since + patience - performance.now();
      if (idle.length === 0 && all.size >= workers) return;
      if (idle.length === 0 && wait > 0) {
        later = setTimeout(assign, wait);
        return;
      }
      waiting.shift();
      run(idle.pop(), task);
    }
  };

  const run = (free: Worker | undefined, task: Task) => {
    const worker = free ?? start(all, heap);
    forget(worker);
    let timer = setTimeout(() => end('took too long to start'), START);
    const settle = (finish: () => void, alive: boolean) => {
      clearTimeout(timer);
      forget(worker);
      // A thread that dies while it waits must not take the process with it, nor be given a document.
      worker.on('error', () => {});
      if (alive) {
        idle.push(worker);
        worker.on('exit', () => {
          idle.splice(idle.indexOf(worker), 1);
          all.delete(worker);
        });
      } else discard(worker, all);
      finish();
      assign();
    };
    const end = (why: string) =>
      settle(
        () =>
          task.failed(
            sourceError('parserEnded', `${task.job.url ?? 'The document'}: the parser ${why}.`),
          ),
        false,
      );
    const begin = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(`was ended after ${deadline} ms`), deadline);
    };
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'ready') begin();
      else if (reply.kind === 'parsed') settle(() => task.done(reply.feed), true);
      else settle(() => task.failed(sourceError(reply.fault, reply.message)), true);
    });
    worker.on('error', (error) => end(`failed (${'code' in error ? error.code : error.message})`));
    worker.on('exit', () => end('ended'));
    if (free !== undefined) begin();
    worker.postMessage(task.job, ownBuffer(task.job.bytes));
  };

  return {
    parse: ({ bytes, contentType, contentLanguage, url }, { now, maxHtml }) =>
      new Promise((done, failed) => {
        if (closed) throw sourceError('parserEnded', 'The parser was closed.');
        const job = { bytes, contentType, contentLanguage, url, now, maxHtml };
        waiting.push({ job, since: performance.now(), done, failed });
        assign();
      }),
    close: async () => {
      closed = true;
      clearTimeout(later);
      for (const { failed } of waiting.splice(0))
        failed(sourceError('parserEnded', 'The parser was closed.'));
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function start(all: Set<Worker>, heap: number): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    // With a compile cache it starts in a third of the time; it needs nothing else of the environment.
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 48 },
    // What a parser prints is for nobody.
    stdout: true,
    stderr: true,
  });
  all.add(worker);
  return worker;
}

/** A buffer that is wholly the document's moves to the thread; a part of a shared one is copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** By name: Node hangs listeners of its own on a worker. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function discard(worker: Worker, all: Set<Worker>): void {
  all.delete(worker);
  void worker.terminate();
}
