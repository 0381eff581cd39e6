import type { Entry } from '../../model/desk.ts';
import { feedPlace, type Source } from '../../model/source.ts';
import type { RememberedItem, SourceMemory, StoredAnswer } from '../../model/sourceMemory.ts';
import type { Instant } from '../../model/time.ts';
import type { Answer, AskSource, Testimony } from '../answer.ts';
import type { FeedDocument, Reply, Validators } from '../document.ts';
import type { FetchBytes } from '../fetch/openFetch.ts';
import type { Memory } from '../memory/openMemory.ts';
import { storedDocument } from '../memory/storedDocument.ts';
import { SourceError, sourceError } from '../sourceError.ts';
import { advise } from './advise.ts';
import { askFile, unaskable } from './askFile.ts';
import { domainBackOff } from './backOff.ts';
import { dueAt, isAhead } from './dueAt.ts';
import { later, retryAfter } from './holding.ts';
import { registrableDomain } from './registrableDomain.ts';
import { afterAnswer, afterFault, type Failed, latest } from './whatToRemember.ts';

export interface PoliteOptions {
  now: Instant;
  /** folder of the repository, in which feeds that are files lie */
  root: string;
  /** folder of the desk, as advice names its files: `content` */
  folder: string;
  fetch: FetchBytes;
  memory: Memory;
  /** hash of the rules that addresses are made by: what was remembered under others is read again */
  rules: string;
  /** whether nothing can become of any of these items, so that nobody need read them again */
  isSpent(items: readonly RememberedItem[]): boolean;
  /** a number in [0, 1) */
  random(): number;
  /** is told what each source answered, so that the run can be made again */
  onRecord?(source: string, testimony: Testimony): void;
}

/** A source that is being asked, and what is remembered of it. */
interface Asked extends PoliteOptions {
  name: string;
  path: string;
  feed: string;
  before: SourceMemory | undefined;
}

/** How many requests it took. */
interface Network {
  requests: number;
}

interface StandIn {
  reply?: Reply;
  next?: Instant;
}

/** What is left of the last answer. */
interface Last {
  document?: FeedDocument | undefined;
  /** nothing can become of its items, so it has not been read */
  isSpent?: boolean;
  error?: SourceError;
}

/** Statuses with which servers refuse a validator that they gave out themselves. */
const NOT_BORNE: ReadonlySet<number> = new Set([400, 412, 431]);

/**
 * Asks sources as their publishers wish: not before what their headers and feeds say, conditionally with the validators
 * of the last answer that could be read, and leaving a domain alone that is busy. Where a source is not asked, or says
 * that nothing has changed, its last answer stands in, unless nothing can become of its items any more: so a run gives
 * the same as one that asks in full.
 */
export function askPolitely(options: PoliteOptions): AskSource {
  return async (source: Entry<Source>, { signal }) => {
    const { name, path, data } = source;
    const place = feedPlace(data.feed);
    if (place === 'file') return askFile(source, options);
    if (place !== 'address') {
      const what = `${data.feed}: neither an http(s) address nor a path inside the repository.`;
      return unaskable(source, options, sourceError('refused', what));
    }
    const before = options.memory.recall(name, data.feed);
    const file = `${options.folder}/${path}`;
    return askAddress({ ...options, name, path: file, feed: data.feed, before }, signal);
  };
}

async function askAddress(asked: Asked, signal: AbortSignal | undefined): Promise<Answer> {
  const { now } = asked;
  const due = mayBeAskedAt(asked);
  if (Date.parse(due) > Date.parse(now)) {
    return standIn(asked, { ...lastDocument(asked), next: due });
  }
  const network: Network = { requests: 0 };
  try {
    const answer = await askAgainIfNeeded(asked, { network, signal });
    // Before the next request to this host is let go.
    letDomainGo(asked);
    return answer;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const until = error.fault === 'busy' ? holdDomain(asked, error) : undefined;
    return failed(asked, { error, until, ...network });
  }
}

/**
 * Asks conditionally where the last answer can stand in, and in full where that comes to nothing: the copy turns out to
 * be damaged, the answer comes from another place than the copy, or the server cannot bear its own validators.
 */
async function askAgainIfNeeded(
  asked: Asked,
  { network, signal }: { network: Network; signal: AbortSignal | undefined },
): Promise<Answer> {
  const { before, feed } = asked;
  const count = () => {
    network.requests += 1;
  };
  const ask = (validators?: Validators) => asked.fetch(feed, { signal, validators, before: count });
  const known = before !== undefined && isAtHand(asked) ? before : undefined;
  const { etag, lastModified } = known ?? {};
  if (known !== undefined && (etag !== undefined || lastModified !== undefined)) {
    const reply = await ask({ etag, lastModified }).catch((error: unknown) => {
      if (error instanceof SourceError && NOT_BORNE.has(error.refusal?.status ?? 0))
        return undefined;
      throw error;
    });
    if (reply?.status === 200) return fresh(asked, { reply, ...network });
    const last = lastDocument(asked);
    const standsIn = reply?.url === known.answer?.url && (last.isSpent || last.document);
    if (reply !== undefined && standsIn) return standIn(asked, { ...last, reply, ...network });
  }
  return fresh(asked, { reply: await ask(), ...network });
}

/** The later of what the source and its domain asked for. */
function mayBeAskedAt({ memory, before, feed, now }: Asked): Instant {
  const due = dueAt(now, before ?? {});
  const hold = memory.domains.get(registrableDomain(feed))?.until;
  return hold !== undefined && isAhead(hold, now) ? (latest([hold, due]) ?? due) : due;
}

/** Whether the last answer could stand in if the publisher says that it still holds. */
function isAtHand(asked: Asked): boolean {
  const { before, memory } = asked;
  if (before?.answer === undefined) return false;
  return isSpent(asked) || memory.bodies.has(before.answer.body);
}

function isSpent({ before, rules, isSpent: spent }: Asked): boolean {
  return before?.items !== undefined && before.rules === rules && spent(before.items);
}

/** A new answer; its body is kept before anybody reads it, so that a run can be made again whatever becomes of it. */
function fresh(asked: Asked, { reply, requests }: { reply: Reply } & Network): Answer {
  const { name, path, feed, before, memory, now, rules, onRecord } = asked;
  const { url, headers, hops, bytes, contentType } = reply;
  const answer: StoredAnswer = { body: memory.bodies.keep(reply.raw), url, headers };
  return {
    code: 'ok',
    document: { url, contentType, contentLanguage: headers['content-language'], bytes },
    told: { transferred: reply.raw.length, requests, status: 200 },
    async conclude({ items, hints, error }) {
      onRecord?.(name, { feed, code: 'ok', answer, error });
      if (error !== undefined) return rememberFault(asked, { error, headers });
      const after = afterAnswer(feed, before, { now, headers, hops, answer, items, hints, rules });
      memory.remember(name, after);
      return { next: after.next, advice: advise(after, { path, now, hops }) };
    },
  };
}

/** The last answer, where the publisher says that it still holds (`reply`), or does not want to be asked yet (`next`). */
function standIn(
  asked: Asked,
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
      const after = afterAnswer(feed, known, { now, headers, hops, items, rules });
      const kept = reply ? after : { ...known, items: after.items, rules: after.rules };
      if (reply || items || unread) memory.remember(name, kept);
      return { next: next ?? after.next, advice: advise(kept, { path, now, hops }) };
    },
  };
}

/** The last answer again, as far as it can be read; not at all where nothing can become of its items. */
function lastDocument(asked: Asked): Last {
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

function failed(
  asked: Asked,
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
  { name, path, feed, before, memory, now, random }: Asked,
  { until, ...fault }: Pick<Failed, 'error' | 'headers'> & { until?: Instant | undefined },
) {
  const after = afterFault(feed, before, { ...fault, now, random });
  after.next = latest([after.next, until]);
  memory.remember(name, after);
  const hops = fault.error.refusal?.hops ?? [];
  return { next: after.next, advice: advise(after, { path, now, hops }) };
}

/** A server that is busy is busy for all that its owner publishes; two that say so are left alone for the longer time. */
function holdDomain({ memory, feed, now, random }: Asked, { refusal }: SourceError): Instant {
  const domain = registrableDomain(refusal?.hops.at(-1)?.to ?? feed);
  const held = memory.domains.get(domain);
  const times = (held?.times ?? 0) + 1;
  const wait = retryAfter(refusal?.headers['retry-after'], now);
  const own = wait === undefined ? domainBackOff({ now, times, random }) : later(now, wait);
  const until = latest([own, held && isAhead(held.until, now) ? held.until : undefined]) ?? own;
  memory.domains.set(domain, { until, times });
  return until;
}

/** A domain that answers is not busy any more, unless it has said so meanwhile. */
function letDomainGo({ memory, feed, now }: Asked): void {
  const domain = registrableDomain(feed);
  const held = memory.domains.get(domain);
  if (held !== undefined && !isAhead(held.until, now)) memory.domains.delete(domain);
}
