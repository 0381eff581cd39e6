import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { SourceCode } from '../model/run/outcome.ts';
import type { SourceAdvice, SourceReport } from '../model/run/runReport.ts';
import type { SourceError } from '../model/run/sourceError.ts';
import type { FollowUp } from '../model/run/sourceResponse.ts';
import type { Parsing } from './decodeParseNormalise.ts';

export interface SourceFacts {
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
  { parsing, bytes, items, followUp, linkDrift, ms }: SourceFacts,
): SourceReport {
  const error = errorOf(parsing);
  const total = parsing.kind === 'parsed' ? parsing.feed.total : 0;
  const advice = [...(followUp.advice ?? []), ...(linkDrift ? [linkDrift] : [])];
  return {
    source: source.name,
    feed: source.data.feed,
    code: codeOf(parsing),
    ...(error && { fault: error.coded }),
    items,
    ...(total > items && { unread: total - items }),
    bytes,
    ...parsing.response.request,
    ms,
    ...(followUp.next && { next: followUp.next }),
    ...(advice.length > 0 && { advice }),
  };
}

function errorOf(parsing: Parsing): SourceError | undefined {
  if (parsing.kind === 'unparsable') return parsing.error;
  return parsing.kind === 'failed' ? parsing.response.error : undefined;
}

function codeOf(parsing: Parsing): SourceCode {
  switch (parsing.kind) {
    case 'parsed':
      if (parsing.response.kind === 'cached') return parsing.response.reason;
      return parsing.feed.total === 0 ? 'empty' : 'ok';
    case 'unparsable':
      return parsing.error.fault;
    case 'skipped':
      return parsing.response.reason;
    case 'failed':
      return parsing.response.error.fault;
  }
}
