import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SourceFaults } from '../../model/run/sourceFaults.ts';
import { type Answer, type Job, parserEnded } from './answerJob.ts';
import { watchCpu } from './watchCpu.ts';
import type { Reply } from './worker.ts';

// A thread takes a moment to start, and on a busy machine ten times that; it is no fault of the document.
const MAX_START = 30_000;

// As for the commands: with a compile cache a thread starts in a third of the time.
const COMPILE_CACHE = fileURLToPath(new URL('../../../node_modules/.cache/criba', import.meta.url));

/** A worker thread that reads one document at a time. */
export interface ParserThread {
  /** Never rejects: a thread that breaks a limit or fails is ended, and the answer says so. */
  read(job: Job): Promise<Answer>;
  /** whether it can read another document */
  isAlive(): boolean;
  end(): Promise<void>;
}

/**
 * Starts a thread.
 * @param heap megabytes
 * @param deadline milliseconds of CPU that a document may take
 */
export function startThread({ heap, deadline }: { heap: number; deadline: number }): ParserThread {
  const worker = startWorker(heap);
  let alive = true;
  let isReady = false;
  // A thread that dies while it waits must not take the process with it, nor be given a document.
  worker.on('error', () => {});
  worker.on('exit', () => {
    alive = false;
  });
  const end = async () => {
    alive = false;
    await worker.terminate();
  };
  return {
    isAlive: () => alive,
    end,
    async read(job) {
      const answer = await reading(worker, job, { deadline, isReady });
      isReady = true;
      if ('kind' in answer) return answer;
      void end();
      return parserEnded(answer);
    },
  };
}

function startWorker(heap: number): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    // It needs nothing else of the environment.
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 48 },
    // What a parser prints is for nobody.
    stdout: true,
    stderr: true,
  });
}

/** The answer of a thread, or what became of the thread instead. */
function reading(
  worker: Worker,
  job: Job,
  { deadline, isReady }: { deadline: number; isReady: boolean },
): Promise<Answer | SourceFaults['parserEnded']> {
  return new Promise((resolve) => {
    const overrun = (ms: number) => settle({ why: 'overrun', ms });
    const start = setTimeout(() => settle({ why: 'start' }), MAX_START);
    let stopWatch = () => clearTimeout(start);
    const begin = () => {
      clearTimeout(start);
      stopWatch = watchCpu(worker, deadline, overrun);
    };
    const onMessage = (reply: Reply) => (reply.kind === 'ready' ? begin() : settle(reply));
    const onError = (error: Error) =>
      settle({ why: 'failed', reason: String('code' in error ? error.code : error.message) });
    const onExit = () => settle({ why: 'ended' });
    const settle = (result: Answer | SourceFaults['parserEnded']) => {
      stopWatch();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(result);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    if (isReady) begin();
    worker.postMessage(job, ownBuffer(job.bytes));
  });
}

/** A buffer that is wholly the document's moves to the thread; a part of a shared one is copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
