import type { FeedDocument } from '../../model/run/document.ts';
import { type CodedSourceFault, SourceError } from '../../model/run/sourceError.ts';
import type { Fault, SourceFaults } from '../../model/run/sourceFaults.ts';
import { type ParsedFeed, type ParseOptions, parseDocument } from './parsedFeed.ts';

/** A document to parse. */
export type Job = FeedDocument & ParseOptions;

/** What became of it. */
export type Answer =
  | { kind: 'parsed'; feed: ParsedFeed }
  | { kind: 'failed'; fault: Fault; coded: CodedSourceFault };

/** Parses a document; what is thrown becomes an answer, so that it can cross from a worker and the next document can come. */
export async function answerJob(job: Job, parse = parseDocument): Promise<Answer> {
  try {
    return { kind: 'parsed', feed: await parse(job, job) };
  } catch (error) {
    if (error instanceof SourceError)
      return { kind: 'failed', fault: error.fault, coded: error.coded as CodedSourceFault };
    // A stack overflow or a mistake of ours says nothing about the document.
    return parserEnded({ why: 'broken', reason: String(error) });
  }
}

/** What is said of a document whose parser did not come to an end. */
export function parserEnded(values: SourceFaults['parserEnded']): Answer {
  return {
    kind: 'failed',
    fault: 'parserEnded',
    coded: { code: 'source/parser-ended', values },
  };
}
