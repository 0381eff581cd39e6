import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { SourceCode } from '../model/run/outcome.ts';
import type { SourceAdvice, SourceReport } from '../model/run/runReport.ts';
import type { FollowUp, SourceResponse } from '../model/run/sourceResponse.ts';
import type { Parsing } from './decodeParseNormalise.ts';

export interface SourceFacts {
  response: SourceResponse;
  parsing: Parsing;
  /** of the document, decompressed */
  bytes: number;
  /** items, and entries without a link */
  items: number;
  followUp: FollowUp;
  linkDrift: SourceAdvice | undefined;
  ms: number;
}

/** How reading one source went. */
export function sourceReport(
  source: Entry<Source>,
  { response, parsing, bytes, items, followUp, linkDrift, ms }: SourceFacts,
): SourceReport {
  const error = parsing.kind === 'failed' ? parsing.error : undefined;
  const total = parsing.kind === 'parsed' ? parsing.feed.total : 0;
  const advice = [...(followUp.advice ?? []), ...(linkDrift ? [linkDrift] : [])];
  return {
    source: source.name,
    feed: source.data.feed,
    code: codeOf(response, parsing),
    ...(error && { detail: error.message, hint: error.hint }),
    items,
    ...(total > items && { unread: total - items }),
    bytes,
    ...response.request,
    ms,
    ...(followUp.next && { next: followUp.next }),
    ...(advice.length > 0 && { advice }),
  };
}

function codeOf(response: SourceResponse, parsing: Parsing): SourceCode {
  if (parsing.kind === 'failed') return parsing.error.fault;
  switch (response.kind) {
    case 'fresh':
      return parsing.kind === 'parsed' && parsing.feed.total === 0 ? 'empty' : 'ok';
    case 'cached':
    case 'skipped':
      return response.reason;
    case 'failed':
      return response.error.fault;
  }
}
