import type { Bodies } from '../memory/bodies.ts';
import type { RecordedResponse, RunRecord } from '../memory/runRecord.ts';
import { storedDocument } from '../memory/storedDocument.ts';
import type { FeedDocument } from '../model/run/document.ts';
import { CribaError } from '../model/run/error.ts';
import { SourceError } from '../model/run/sourceError.ts';
import type { StoredResponse } from '../model/run/sourceMemory.ts';
import type { FetchSource, SourceResponse } from '../model/run/sourceResponse.ts';

/** A replay sends nothing and remembers nothing. */
const REPLAYED = {
  request: { transferred: 0, requests: 0 },
  onParsed: () => ({}),
  onUnparsed: () => ({}),
};

/**
 * Gives the responses of an earlier run again, without a network: the same bodies, the same faults.
 * @throws CribaError `replay/incomplete` for a source or a body that is not there any more
 */
export function replayResponses(record: RunRecord, bodies: Bodies): FetchSource {
  return async ({ name }) => {
    const recorded = Object.hasOwn(record.answers, name) ? record.answers[name] : undefined;
    if (recorded === undefined) throw incomplete(record, 'source', name);
    return replay(recorded, record, bodies);
  };
}

function replay(
  { feed, code, answered = true, fresh = [], answer, error }: RecordedResponse,
  record: RunRecord,
  bodies: Bodies,
): SourceResponse {
  // A parser that ran out of time may not do so again; what a document says is parsed again.
  if (error && (answer === undefined || error.fault === 'parserEnded')) {
    return { kind: 'failed', error: new SourceError(error.fault, error.coded), ...REPLAYED };
  }
  const document = answer && readBody(answer, record, bodies);
  if (code === 'unchanged' || code === 'resting') {
    return document === undefined
      ? { kind: 'skipped', reason: code, answered, fresh, ...REPLAYED }
      : { kind: 'cached', reason: code, answered, document, ...REPLAYED };
  }
  if (document === undefined) throw incomplete(record, 'body', feed);
  return { kind: 'fresh', document, ...REPLAYED };
}

function readBody(answer: StoredResponse, record: RunRecord, bodies: Bodies): FeedDocument {
  const document = storedDocument(answer, bodies);
  if (document === undefined) throw incomplete(record, 'body', answer.body);
  return document;
}

function incomplete({ run }: RunRecord, why: 'source' | 'body', name: string): CribaError {
  return new CribaError('replay/incomplete', { why, run, name });
}
