import type { Instant } from '../../model/desk/time.ts';
import type { Reply } from '../../model/run/document.ts';
import type { SourceError } from '../../model/run/sourceError.ts';
import type { FeedHints, RememberedItem, StoredResponse } from '../../model/run/sourceMemory.ts';
import type { FollowUp } from '../../model/run/sourceResponse.ts';
import { advise } from './advise.ts';
import {
  latest,
  memoryAfterFault,
  memoryAfterResponse,
  rememberedItems,
} from './nextSourceMemory.ts';
import type { SourceRequest } from './sourceRequest.ts';

/** Why the last document still counts. */
export type Confirmation =
  /** the publisher replied with status 304 */
  | { reason: 'unchanged'; reply: Reply; requests: number }
  /** nobody was asked, because the source is not due before `until` */
  | { reason: 'resting'; until: Instant };

export interface FreshContents {
  /** the body that was parsed */
  answer: StoredResponse;
  items: readonly RememberedItem[];
  hints?: FeedHints | undefined;
}

/** Remembers a new document that could be parsed. */
export function rememberFresh(
  { name, path, feed, previous, memory, now, rules }: SourceRequest,
  { headers, hops }: Reply,
  { answer, items, hints }: FreshContents,
): FollowUp {
  const facts = { now, headers, hops, answer, items, hints, rules };
  const after = memoryAfterResponse(feed, previous, facts);
  memory.remember(name, after);
  return { next: after.next, advice: advise(after, { path, now, hops }) };
}

/** Remembers that the last document still counts. @param items what it holds, if it was parsed again */
export function rememberConfirmed(
  request: SourceRequest,
  confirmation: Confirmation,
  items?: readonly RememberedItem[],
): FollowUp {
  return confirmation.reason === 'unchanged'
    ? rememberUnchanged(request, confirmation.reply, items)
    : rememberResting(request, confirmation.until, items);
}

/** Forgets a stored document that cannot be read any more: the next run asks for it in full. */
export function rememberDamaged(request: SourceRequest, confirmation: Confirmation): FollowUp {
  const { name, memory, previous } = request;
  if (previous === undefined) return rememberConfirmed(request, confirmation);
  const without = { ...previous, answer: undefined, etag: undefined, lastModified: undefined };
  memory.remember(name, without);
  return rememberConfirmed({ ...request, previous: without }, confirmation);
}

function rememberUnchanged(
  { name, path, feed, previous, memory, now, rules }: SourceRequest,
  { headers, hops }: Reply,
  items: readonly RememberedItem[] | undefined,
): FollowUp {
  const after = memoryAfterResponse(feed, previous, { now, headers, hops, items, rules });
  memory.remember(name, after);
  return { next: after.next, advice: advise(after, { path, now, hops }) };
}

function rememberResting(
  { name, path, previous, memory, now, rules }: SourceRequest,
  until: Instant,
  items: readonly RememberedItem[] | undefined,
): FollowUp {
  if (previous === undefined) return { next: until };
  if (items !== undefined) memory.remember(name, { ...previous, ...rememberedItems(items, rules) });
  return { next: until, advice: advise(previous, { path, now }) };
}

export interface Failure {
  error: SourceError;
  /** what the server said with it, if it said something */
  headers?: Readonly<Record<string, string>> | undefined;
  /** when its domain may be asked again, if the domain said that it is busy */
  until?: Instant | undefined;
}

/** Remembers that a source failed, and when it may be asked again. */
export function rememberFailure(
  { name, path, feed, previous, memory, now, random }: SourceRequest,
  { error, headers, until }: Failure,
): FollowUp {
  const failed = memoryAfterFault(feed, previous, { error, headers, now, random });
  const after = { ...failed, next: latest([failed.next, until]) };
  memory.remember(name, after);
  const hops = error.refusal?.hops ?? [];
  return { next: after.next, advice: advise(after, { path, now, hops }) };
}
