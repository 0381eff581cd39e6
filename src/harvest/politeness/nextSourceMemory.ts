import type { Instant } from '../../model/desk/time.ts';
import type { Hop, SourceError } from '../../model/run/sourceError.ts';
import type {
  FeedHints,
  RememberedItem,
  SourceMemory,
  StoredResponse,
} from '../../model/run/sourceMemory.ts';
import { movedTo } from './advise.ts';
import { goneBackOff, sourceBackOff } from './backOff.ts';
import { freshUntil } from './freshness.ts';

/** A response that could be parsed, or that was not parsed because nothing in it is new. */
export interface ResponseFacts {
  now: Instant;
  /** of this response, even if its status is 304 */
  headers: Readonly<Record<string, string>>;
  hops: readonly Hop[];
  /** the body that was parsed, if it is new */
  answer?: StoredResponse | undefined;
  items?: readonly RememberedItem[] | undefined;
  hints?: FeedHints | undefined;
  rules: string;
}

/**
 * What is remembered of a source after a response. Its validators are those that came with the body that was parsed, byte
 * for byte: some servers send others with status 304, and then do not know them again.
 */
export function memoryAfterResponse(
  feed: string,
  before: SourceMemory | undefined,
  { now, headers, hops, answer, items, hints, rules }: ResponseFacts,
): SourceMemory {
  const currentHints = answer === undefined ? before?.hints : hints;
  const validators =
    answer === undefined
      ? { etag: before?.etag, lastModified: before?.lastModified }
      : { etag: headers.etag, lastModified: headers['last-modified'] };
  return {
    feed,
    ...validators,
    answer: answer ?? before?.answer,
    hints: currentHints,
    next: freshUntil({
      headers: freshnessHeaders(headers, answer ? undefined : before),
      hints: currentHints,
      now,
    }),
    lastAsked: now,
    lastSuccess: now,
    moved: moved(before, hops, now),
    ...(items === undefined
      ? { items: before?.items, rules: before?.rules }
      : rememberedItems(items, rules)),
  };
}

/** As much of a document's items as is remembered, and the rules that their addresses were made by. */
export function rememberedItems(
  items: readonly RememberedItem[],
  rules: string,
): Pick<SourceMemory, 'items' | 'rules'> {
  return { items: items.map(({ id, address, published }) => ({ id, address, published })), rules };
}

/**
 * The headers that the freshness of a response follows from: its own, or, if its status is 304 and it says nothing, those of
 * the response that it confirms.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-4.3.4
 */
function freshnessHeaders(
  headers: Readonly<Record<string, string>>,
  confirmed: SourceMemory | undefined,
): Readonly<Record<string, string>> {
  const control = confirmed?.answer?.headers['cache-control'];
  const says = headers['cache-control'] !== undefined || headers.expires !== undefined;
  return says || control === undefined ? headers : { ...headers, 'cache-control': control };
}

export interface FaultFacts {
  error: SourceError;
  /** what the server said with it, if it said something */
  headers?: Readonly<Record<string, string>> | undefined;
  now: Instant;
  random(): number;
}

/** What is remembered of a source that gave no feed: what was known of it, and when it may be asked again. */
export function memoryAfterFault(
  feed: string,
  before: SourceMemory | undefined,
  { error, headers = {}, now, random }: FaultFacts,
): SourceMemory {
  const last = before?.failing;
  const goneFor = (code: string | undefined) => code === 'gone' || code === 'missing';
  // How long it has been gone counts from when it went, not from other failures before.
  const same = last !== undefined && goneFor(last.code) === goneFor(error.fault);
  const failing = {
    since: same ? last.since : now,
    times: (same ? last.times : 0) + 1,
    code: error.fault,
  };
  const waits = [
    error.fault === 'gone'
      ? goneBackOff({ now, random })
      : sourceBackOff({ now, times: failing.times, random }),
    freshUntil({ headers, now }),
  ];
  return { ...before, feed, lastAsked: now, failing, next: latest(waits) };
}

/** The last of some moments. */
export function latest(moments: readonly (Instant | undefined)[]): Instant | undefined {
  return moments
    .filter((moment) => moment !== undefined)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}

function moved(
  before: SourceMemory | undefined,
  hops: readonly Hop[],
  now: Instant,
): SourceMemory['moved'] {
  const to = movedTo(hops);
  if (to === undefined) return undefined;
  const last = before?.moved;
  return { to, since: last?.to === to ? last.since : now };
}
