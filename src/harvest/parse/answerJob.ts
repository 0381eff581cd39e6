import type { FeedDocument } from '../../model/run/document.ts';
import { type Fault, SourceError } from '../../model/run/sourceError.ts';
import { type ParsedFeed, type ParseOptions, parseDocument } from './parsedFeed.ts';

/** A document to parse. */
export type Job = FeedDocument & ParseOptions;

/** What became of it. */
export type Answer =
  | { kind: 'parsed'; feed: ParsedFeed }
  | { kind: 'failed'; fault: Fault; message: string };

/** Parses a document; what is thrown becomes an answer, so that it can cross from a worker and the next document can come. */
export async function answerJob(job: Job, parse = parseDocument): Promise<Answer> {
  try {
    return { kind: 'parsed', feed: await parse(job, job) };
  } catch (error) {
    if (error instanceof SourceError)
      return { kind: 'failed', fault: error.fault, message: error.message };
    // A stack overflow or a mistake of ours says nothing about the document.
    return {
      kind: 'failed',
      fault: 'parserEnded',
      message: `${job.url ?? 'The document'}: Criba's parser failed (${String(error)}); that is a fault of Criba.`,
    };
  }
}
