import { storedDocument } from '../../memory/storedDocument.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Answer } from '../../model/run/answer.ts';
import type { FeedDocument, Reply } from '../../model/run/document.ts';
import { SourceError } from '../../model/run/sourceError.ts';
import type { SourceMemory, StoredResponse } from '../../model/run/sourceMemory.ts';
import { advise } from './advise.ts';
import { type Failed, latest, memoryAfterFault, memoryAfterResponse } from './nextSourceMemory.ts';
import type { SourceRequest } from './sourceRequest.ts';

/** How many requests it took. */
export interface Network {
  requests: number;
}

interface StandIn {
  reply?: Reply;
  next?: Instant;
}

/** What is left of the last answer. */
export interface Last {
  document?: FeedDocument | undefined;
  /** nothing can become of its items, so it has not been read */
  isSpent?: boolean;
  error?: SourceError;
}

/** A new answer; its body is kept before anybody reads it, so that a run can be made again whatever becomes of it. */
export function fresh(
  asked: SourceRequest,
  { reply, requests }: { reply: Reply } & Network,
): Answer {
  const { name, path, feed, before, memory, now, rules, onRecord } = asked;
  const { url, headers, hops, bytes, contentType } = reply;
  const answer: StoredResponse = { body: memory.bodies.keep(reply.raw), url, headers };
  return {
    code: 'ok',
    document: { url, contentType, contentLanguage: headers['content-language'], bytes },
    told: { transferred: reply.raw.length, requests, status: 200 },
    async conclude({ items, hints, error }) {
      onRecord?.(name, { feed, code: 'ok', answer, error });
      if (error !== undefined) return rememberFault(asked, { error, headers });
      const after = memoryAfterResponse(feed, before, {
        now,
        headers,
        hops,
        answer,
        items,
        hints,
        rules,
      });
      memory.remember(name, after);
      return { next: after.next, advice: advise(after, { path, now, hops }) };
    },
  };
}

/** The last answer, where the publisher says that it still holds (`reply`), or does not want to be asked yet (`next`). */
export function standIn(
  asked: SourceRequest,
  { document, error, reply, requests = 0, next }: Last & Partial<Network> & StandIn,
): Answer {
  const { name, path, feed, before, memory, now, rules, onRecord } = asked;
  const code = reply === undefined ? 'resting' : 'unchanged';
  return {
    code,
    document,
    error,
    told: { requests, ...(reply && { status: 304 }) },
    async conclude({ items, error: unread }) {
      const read = document === undefined ? undefined : before?.answer;
      onRecord?.(name, { feed, code, answer: read, error: unread });
      if (before === undefined) return { next };
      // A body that cannot be read any more is no answer to come back to.
      const known: SourceMemory = unread
        ? { ...before, answer: undefined, etag: undefined, lastModified: undefined }
        : before;
      const { headers, hops } = reply ?? { headers: {}, hops: [] };
      const after = memoryAfterResponse(feed, known, { now, headers, hops, items, rules });
      const kept = reply ? after : { ...known, items: after.items, rules: after.rules };
      if (reply || items || unread) memory.remember(name, kept);
      return { next: next ?? after.next, advice: advise(kept, { path, now, hops }) };
    },
  };
}

/** The last answer again, as far as it can be read; not at all where nothing can become of its items. */
export function lastDocument(asked: SourceRequest): Last {
  const { before, memory } = asked;
  if (before?.answer === undefined) return {};
  if (isSpent(asked)) return { isSpent: true };
  try {
    return { document: storedDocument(before.answer, memory.bodies) };
  } catch (error) {
    if (error instanceof SourceError) return { error };
    throw error;
  }
}

export function isSpent({ before, rules, hasNothingNew: spent }: SourceRequest): boolean {
  return before?.items !== undefined && before.rules === rules && spent(before.items);
}

export function failed(
  asked: SourceRequest,
  { error, requests, until }: { error: SourceError; until: Instant | undefined } & Network,
): Answer {
  const { name, feed, onRecord } = asked;
  const { status, headers } = error.refusal ?? {};
  return {
    code: 'ok',
    error,
    told: { requests, ...(status !== undefined && { status }) },
    async conclude() {
      onRecord?.(name, { feed, code: 'ok', error });
      return rememberFault(asked, { error, headers, until });
    },
  };
}

function rememberFault(
  { name, path, feed, before, memory, now, random }: SourceRequest,
  { until, ...fault }: Pick<Failed, 'error' | 'headers'> & { until?: Instant | undefined },
) {
  const after = memoryAfterFault(feed, before, { ...fault, now, random });
  after.next = latest([after.next, until]);
  memory.remember(name, after);
  const hops = fault.error.refusal?.hops ?? [];
  return { next: after.next, advice: advise(after, { path, now, hops }) };
}
