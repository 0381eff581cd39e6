import type { Instant } from '../../model/desk/time.ts';
import type { FeedDocument, Reply } from '../../model/run/document.ts';
import type { SourceError } from '../../model/run/sourceError.ts';
import type { StoredResponse } from '../../model/run/sourceMemory.ts';
import type {
  CachedResponse,
  FailedResponse,
  FreshResponse,
  RequestFacts,
  SkippedResponse,
} from '../../model/run/sourceResponse.ts';

import {
  type Confirmation,
  rememberConfirmed,
  rememberDamaged,
  rememberFailure,
  rememberFresh,
} from './remember.ts';
import { record, type SourceRequest } from './sourceRequest.ts';

/**
 * A new document. Its body is stored before anybody parses it, so that the run can be made again whatever becomes of it.
 * @param requests HTTP requests that it took
 */
export function freshResponse(
  request: SourceRequest,
  reply: Reply,
  requests: number,
): FreshResponse {
  const { url, headers, raw, bytes, contentType } = reply;
  const answer: StoredResponse = { body: request.memory.bodies.keep(raw), url, headers };
  return {
    kind: 'fresh',
    document: { url, contentType, contentLanguage: headers['content-language'], bytes },
    request: { transferred: raw.length, requests, status: 200 },
    onParsed(result) {
      const error = result.kind === 'failed' ? result.error : undefined;
      record(request, { answer, error });
      return result.kind === 'failed'
        ? rememberFailure(request, { error: result.error, headers })
        : rememberFresh(request, reply, { answer, ...result });
    },
  };
}

/** The last document again. */
export function cachedResponse(
  request: SourceRequest,
  document: FeedDocument,
  confirmation: Confirmation,
): CachedResponse {
  const { reason } = confirmation;
  const answered = hasAnswered(request, confirmation);
  return {
    kind: 'cached',
    reason,
    answered,
    document,
    request: requestFacts(confirmation),
    onParsed(result) {
      const error = result.kind === 'failed' ? result.error : undefined;
      record(request, { code: reason, answered, answer: request.previous?.answer, error });
      return result.kind === 'failed'
        ? rememberDamaged(request, confirmation)
        : rememberConfirmed(request, confirmation, result.items);
    },
  };
}

/** No document, because nothing could become of its items, or because none is stored and the source is not due. */
export function skippedResponse(
  request: SourceRequest,
  confirmation: Confirmation,
): SkippedResponse {
  const { reason } = confirmation;
  const answered = hasAnswered(request, confirmation);
  const fresh = (request.previous?.items ?? []).filter(request.isFresh);
  return {
    kind: 'skipped',
    reason,
    answered,
    fresh,
    request: requestFacts(confirmation),
    onUnparsed() {
      record(request, { code: reason, answered, fresh });
      return rememberConfirmed(request, confirmation);
    },
  };
}

/** A source that is not due, and whose stored body does not decompress any more. */
export function damagedResponse(
  request: SourceRequest,
  error: SourceError,
  confirmation: Confirmation,
): FailedResponse {
  return {
    kind: 'failed',
    error,
    request: requestFacts(confirmation),
    onUnparsed() {
      record(request, { error });
      return rememberDamaged(request, confirmation);
    },
  };
}

export interface FailureFacts {
  /** HTTP requests that were sent */
  requests: number;
  /** when its domain may be asked again, if the domain said that it is busy */
  until: Instant | undefined;
}

/** A source that was asked and gave no document. */
export function failedResponse(
  request: SourceRequest,
  error: SourceError,
  { requests, until }: FailureFacts,
): FailedResponse {
  const { status, headers } = error.refusal ?? {};
  return {
    kind: 'failed',
    error,
    request: { transferred: 0, requests, status },
    onUnparsed() {
      record(request, { error });
      return rememberFailure(request, { error, headers, until });
    },
  };
}

/** Whether the last request was answered with a feed. Who has no memory would ask again, and be answered the same. */
function hasAnswered({ previous }: SourceRequest, { reason }: Confirmation): boolean {
  if (reason === 'unchanged') return true;
  return previous?.lastSuccess !== undefined && previous.failing === undefined;
}

function requestFacts(confirmation: Confirmation): RequestFacts {
  return confirmation.reason === 'unchanged'
    ? { transferred: 0, requests: confirmation.requests, status: 304 }
    : { transferred: 0, requests: 0 };
}
