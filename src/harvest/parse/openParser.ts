import { Worker } from 'node:worker_threads';
import type { Instant } from '../../model/time.ts';
import type { FeedDocument } from '../document.ts';
import { sourceError } from '../sourceError.ts';
import type { ParsedFeed } from './parsedFeed.ts';
import type { Job, Reply } from './worker.ts';

/** Parses a document. Throws `source/not-a-feed`, `source/parser-ended`. */
export type ParseFeed = (document: FeedDocument, now: Instant) => Promise<ParsedFeed>;

export interface OpenParserOptions {
  /** milliseconds that a document may take; 5,000 */
  deadline?: number;
  /** threads at most; they start when they are needed; 2 */
  workers?: number;
  /** megabytes of heap that a thread may use; 256 */
  heap?: number;
}

interface Task {
  job: Job;
  done(feed: ParsedFeed): void;
  failed(error: unknown): void;
}

// Loading the parsers takes half a second, and on a busy machine ten times that; it is no fault of the document.
const START = 30_000;

/**
 * Parsers in worker threads. One that runs past its deadline or its memory is ended and replaced, and only the document
 * that it was reading is lost. `close` ends them all; what is waiting fails.
 */
export function openParser({ deadline = 5_000, workers = 2, heap = 256 }: OpenParserOptions = {}): {
  parse: ParseFeed;
  close(): Promise<void>;
} {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  const assign = () => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < workers)) {
      const task = waiting.shift();
      if (task !== undefined) run(idle.pop(), task);
    }
  };

  const run = (free: Worker | undefined, task: Task) => {
    const worker = free ?? start(all, heap);
    let timer = setTimeout(() => end('took too long to start'), START);
    const settle = (finish: () => void, alive: boolean) => {
      clearTimeout(timer);
      // By name: Node hangs listeners of its own on a worker.
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      // A thread that dies while it waits is found out by the next deadline; it must not take the process with it.
      worker.on('error', () => {});
      if (alive) idle.push(worker);
      else discard(worker, all);
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
    worker.postMessage(task.job);
  };

  return {
    parse: ({ bytes, contentType, url }, now) =>
      new Promise((done, failed) => {
        waiting.push({ job: { bytes, contentType, url, now }, done, failed });
        assign();
      }),
    close: async () => {
      for (const { failed } of waiting.splice(0))
        failed(sourceError('parserEnded', 'The parser was closed.'));
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function start(all: Set<Worker>, heap: number): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 16 },
    // What a parser prints is for nobody.
    stdout: true,
    stderr: true,
  });
  all.add(worker);
  return worker;
}

function discard(worker: Worker, all: Set<Worker>): void {
  all.delete(worker);
  void worker.terminate();
}
