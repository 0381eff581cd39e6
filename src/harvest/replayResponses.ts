import type { Bodies } from '../memory/bodies.ts';
import type { RecordedAnswer, RunRecord } from '../memory/runRecord.ts';
import { storedDocument } from '../memory/storedDocument.ts';
import type { Answer, AskSource } from '../model/run/answer.ts';
import { CribaError } from '../model/run/error.ts';
import { sourceError } from '../model/run/sourceError.ts';

/**
 * Answers as they came in an earlier run, without a network: the same bodies, the same faults.
 * @throws CribaError `replay/incomplete` for a source or a body that is not there any more
 */
export function replayResponses(record: RunRecord, bodies: Bodies): AskSource {
  return async ({ name }) => {
    const recorded = Object.hasOwn(record.answers, name) ? record.answers[name] : undefined;
    if (recorded === undefined) throw incomplete(record, `the source ${name}`);
    return again(recorded, record, bodies);
  };
}

function again({ code, answer, error }: RecordedAnswer, record: RunRecord, bodies: Bodies): Answer {
  const conclude = async () => ({});
  // A parser that ran out of time may not do so again; what a document says is read again.
  if (error && (answer === undefined || error.fault === 'parserEnded')) {
    return { code: 'ok', error: sourceError(error.fault, error.message), told: {}, conclude };
  }
  const document = answer && storedDocument(answer, bodies);
  if (answer && document === undefined) throw incomplete(record, `the body ${answer.body}`);
  return {
    code: code === 'unchanged' || code === 'resting' ? code : 'ok',
    document,
    told: {},
    conclude,
  };
}

function incomplete({ run }: RunRecord, what: string): CribaError {
  return new CribaError('replay/incomplete', `The record of ${run} lacks ${what}.`, {
    hint: 'Old runs are pruned by age and size: replay a later one.',
  });
}
