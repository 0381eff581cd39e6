import { storedDocument } from '../../memory/storedDocument.ts';
import type { Entry } from '../../model/desk/desk.ts';
import { feedPlace, type Source } from '../../model/desk/source.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { FeedDocument, Reply, Validators } from '../../model/run/document.ts';
import { SourceError, sourceError } from '../../model/run/sourceError.ts';
import type { FetchSource, SourceResponse } from '../../model/run/sourceResponse.ts';
import { backOffDomain, clearBackOff, nextRequestAt } from './domainBackOffs.ts';
import { fileResponse, unfetchable } from './fileResponse.ts';
import {
  cachedResponse,
  damagedResponse,
  failedResponse,
  freshResponse,
  skippedResponse,
} from './responses.ts';
import type { PolitenessOptions, SourceRequest } from './sourceRequest.ts';

/** Statuses with which some servers refuse a validator that they gave out themselves. */
const REJECTED_VALIDATORS: ReadonlySet<number> = new Set([400, 412, 431]);

/**
 * Fetches sources as their publishers wish: not before what their headers and feeds say, conditionally with the
 * validators of the last response that could be parsed, and backing off from a domain that is busy. If a source is not
 * due, or says that nothing has changed, its last document is given again, unless none of its items could be proposed
 * any more: so a run gives the same as one that fetches everything in full.
 */
export function fetchPolitely(options: PolitenessOptions): FetchSource {
  return async (source: Entry<Source>, { signal }) => {
    const { name, path, data } = source;
    const { feed } = data;
    const place = feedPlace(feed);
    if (place === 'file') return fileResponse(source, options);
    if (place !== 'address') {
      return unfetchable(source, options, sourceError('refused', { why: 'place', url: feed }));
    }
    const previous = options.memory.recall(name, feed);
    const file = `${options.folder}/${path}`;
    return fetchAddress({ ...options, name, path: file, feed, previous }, signal);
  };
}

async function fetchAddress(
  request: SourceRequest,
  signal: AbortSignal | undefined,
): Promise<SourceResponse> {
  const due = nextRequestAt(request);
  if (Date.parse(due) > Date.parse(request.now)) return restingResponse(request, due);
  const network: Network = { signal, requests: 0 };
  try {
    const response = await revalidate(request, network);
    // Before the next request to this host begins.
    clearBackOff(request);
    return response;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const until = error.fault === 'busy' ? backOffDomain(request, error) : undefined;
    return failedResponse(request, error, { requests: network.requests, until });
  }
}

function restingResponse(request: SourceRequest, until: Instant): SourceResponse {
  const resting = { reason: 'resting', until } as const;
  const stored = readStored(request);
  switch (stored.kind) {
    case 'document':
      return cachedResponse(request, stored.document, resting);
    case 'damaged':
      return damagedResponse(request, stored.error, resting);
    case 'nothingNew':
    case 'none':
      return skippedResponse(request, resting);
  }
}

/** The requests that a source takes, counted as they are sent. */
interface Network {
  signal: AbortSignal | undefined;
  requests: number;
}

/**
 * Asks whether the stored document still counts, and asks in full if there is none, if the stored one turns out to be
 * damaged, if the reply comes from another address than the stored one, or if the server rejects its own validators.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-4.3
 */
async function revalidate(request: SourceRequest, network: Network): Promise<SourceResponse> {
  const validators = storedValidators(request);
  if (validators !== undefined) {
    const reply = await sendConditional(request, validators, network);
    if (reply?.status === 200) return freshResponse(request, reply, network.requests);
    const confirmed = reply && confirmedResponse(request, reply, network.requests);
    if (confirmed !== undefined) return confirmed;
  }
  const reply = await send(request, undefined, network);
  return freshResponse(request, reply, network.requests);
}

/** What a reply of status 304 confirms, unless it comes from elsewhere or what is stored cannot be read. */
function confirmedResponse(
  request: SourceRequest,
  reply: Reply,
  requests: number,
): SourceResponse | undefined {
  const stored = readStored(request);
  if (reply.url !== request.previous?.answer?.url) return undefined;
  const unchanged = { reason: 'unchanged', reply, requests } as const;
  if (stored.kind === 'nothingNew') return skippedResponse(request, unchanged);
  if (stored.kind === 'document') return cachedResponse(request, stored.document, unchanged);
  return undefined;
}

function send(
  request: SourceRequest,
  validators: Validators | undefined,
  network: Network,
): Promise<Reply> {
  const { signal } = network;
  const before = () => {
    network.requests += 1;
  };
  return request.fetch(request.feed, { signal, validators, before });
}

/** The reply; undefined if the server rejects the validators. */
async function sendConditional(
  request: SourceRequest,
  validators: Validators,
  network: Network,
): Promise<Reply | undefined> {
  try {
    return await send(request, validators, network);
  } catch (error) {
    const status = error instanceof SourceError ? error.refusal?.status : undefined;
    if (status !== undefined && REJECTED_VALIDATORS.has(status)) return undefined;
    throw error;
  }
}

/** The validators of the stored document; undefined if it has none, or could not be given again. */
function storedValidators(request: SourceRequest): Validators | undefined {
  const { previous, memory } = request;
  if (previous?.answer === undefined) return undefined;
  const { etag, lastModified } = previous;
  if (etag === undefined && lastModified === undefined) return undefined;
  const isAtHand = nothingNewIn(request) || memory.bodies.has(previous.answer.body);
  return isAtHand ? { etag, lastModified } : undefined;
}

type Stored =
  | { kind: 'document'; document: FeedDocument }
  /** there is one, and none of its items could be proposed, so it is not read */
  | { kind: 'nothingNew' }
  | { kind: 'none' }
  | { kind: 'damaged'; error: SourceError };

/** The document of the last response that could be parsed. */
function readStored(request: SourceRequest): Stored {
  const { previous, memory } = request;
  if (previous?.answer === undefined) return { kind: 'none' };
  if (nothingNewIn(request)) return { kind: 'nothingNew' };
  try {
    const document = storedDocument(previous.answer, memory.bodies);
    return document === undefined ? { kind: 'none' } : { kind: 'document', document };
  } catch (error) {
    if (error instanceof SourceError) return { kind: 'damaged', error };
    throw error;
  }
}

function nothingNewIn({ previous, rules, hasNothingNew }: SourceRequest): boolean {
  return previous?.items !== undefined && previous.rules === rules && hasNothingNew(previous.items);
}
