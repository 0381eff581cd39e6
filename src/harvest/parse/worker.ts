import { parentPort } from 'node:worker_threads';
import type { CribaError } from '../../model/error.ts';
import type { Instant } from '../../model/time.ts';
import { type Fault, faultOf } from '../sourceError.ts';
import { type ParsedFeed, parseDocument } from './parsedFeed.ts';

/** A document to parse. */
export interface Job {
  bytes: Uint8Array;
  contentType: string;
  url: string | undefined;
  now: Instant;
}

/** What became of it; `ready` comes once, when the worker has loaded its parsers. */
export type Reply =
  | { kind: 'ready' }
  | { kind: 'parsed'; feed: ParsedFeed }
  | { kind: 'failed'; fault: Fault; message: string };

async function answer({ now, ...document }: Job): Promise<Reply> {
  try {
    return { kind: 'parsed', feed: await parseDocument(document, now) };
  } catch (error) {
    const fault = faultOf(error);
    // A stack overflow or a fault of a parser: this document cannot be read, the next one can.
    if (fault === undefined)
      return {
        kind: 'failed',
        fault: 'notAFeed',
        message: `No parser can read it: ${String(error)}`,
      };
    return { kind: 'failed', fault, message: (error as CribaError).message };
  }
}

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answer(job));
});
parentPort?.postMessage({ kind: 'ready' } satisfies Reply);
