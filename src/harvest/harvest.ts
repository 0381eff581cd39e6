import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Answer, AskSource, Outcome } from '../model/run/answer.ts';
import { type Item, MAX_HTML } from '../model/run/item.ts';
import type { ItemOutcome, SourceReport } from '../model/run/runReport.ts';
import { SourceError } from '../model/run/sourceError.ts';
import { perHostQueue } from '../net/perHostQueue.ts';
import { type Addressing, itemId } from '../text/address.ts';
import { primarySubtag } from '../text/primarySubtag.ts';
import type { Draft } from './normalise/draft.ts';
import type { ParseFeed } from './parse/openParser.ts';
import { storyLink } from './storyLink.ts';

export interface HarvestOptions {
  now: Instant;
  ask: AskSource;
  parse: ParseFeed;
  addressing: Addressing;
  /** takes what a source gave, as it comes; what it lets go of is not held here either */
  take(gathered: Gathered): void;
  /** when a source was asked last: of one host, those that have waited longest go first */
  lastAsked?(source: Entry<Source>): Instant | undefined;
  /** sources under way at a time; 8 */
  concurrency?: number;
  signal?: AbortSignal | undefined;
}

/** What one source gave, in the order of its feed. */
export interface Gathered {
  report: SourceReport;
  items: Item[];
  /** outcome `noLink` */
  unusable: ItemOutcome[];
}

/** Characters of HTML that a candidate's excerpt can need: 400 words, with all the markup that publishers wrap them in. */
const EXCERPT_HTML = 16_000;

/**
 * Reads the feeds of all sources that are not retired, one request at a time to a host. A source that fails is a line
 * in its report. Items are given to `take` as each source ends, in whatever order they do; the reports come in the
 * order of the sources. Rejects only when `signal` aborts, or for a fault of ours.
 */
export async function harvest(
  sources: readonly Entry<Source>[],
  options: HarvestOptions,
): Promise<SourceReport[]> {
  const active = sources.filter(({ data }) => data.state !== 'retired');
  const turns = {
    concurrency: options.concurrency ?? 8,
    key: ({ data }: Entry<Source>) => URL.parse(data.feed)?.host || undefined,
  };
  const reports = await perHostQueue(inLine(active, options), turns, async (source, release) => {
    const gathered = await readSource(source, options, release);
    options.take(gathered);
    return gathered.report;
  });
  const byName = new Map(reports.map((report) => [report.source, report]));
  return active.flatMap(({ name }) => byName.get(name) ?? []);
}

/** Those first that were never asked, then those whose turn is longest ago: a host that is soon busy starves nobody. */
function inLine(
  sources: readonly Entry<Source>[],
  { lastAsked }: Pick<HarvestOptions, 'lastAsked'>,
): Entry<Source>[] {
  const asked = new Map(sources.map((one) => [one, Date.parse(lastAsked?.(one) ?? '') || 0]));
  return sources.toSorted((a, b) => (asked.get(a) ?? 0) - (asked.get(b) ?? 0));
}

/** @param release lets the next request to the same host go, while this answer is parsed */
async function readSource(
  source: Entry<Source>,
  options: HarvestOptions,
  release: () => void,
): Promise<Gathered> {
  const { ask, signal } = options;
  const start = performance.now();
  signal?.throwIfAborted();
  const answer = await ask(source, { signal }).finally(release);
  const bytes = answer.document?.bytes.length ?? 0;
  const { outcome, items, unusable, total } = await read(source, answer, options);
  const { error } = outcome;
  const { next, advice = [] } = await answer.conclude(outcome);
  const isEmpty = answer.code === 'ok' && total === 0;
  const report: SourceReport = {
    source: source.name,
    feed: source.data.feed,
    code: error?.fault ?? (isEmpty ? 'empty' : answer.code),
    ...(error && { detail: error.message, hint: error.hint }),
    items: items.length + unusable.length,
    ...(total > items.length + unusable.length && {
      unread: total - items.length - unusable.length,
    }),
    bytes,
    transferred: 0,
    requests: 0,
    ...answer.told,
    ms: Math.round(performance.now() - start),
    ...(next && { next }),
    ...(advice.length > 0 && { advice }),
  };
  return { report, items, unusable };
}

interface Contents {
  outcome: Outcome;
  items: Item[];
  unusable: ItemOutcome[];
  /** entries of the feed, read or not */
  total: number;
}

async function read(
  source: Entry<Source>,
  { document, error }: Answer,
  options: HarvestOptions,
): Promise<Contents> {
  const nothing = { items: [], unusable: [], total: 0 };
  if (error || document === undefined) return { ...nothing, outcome: { ...(error && { error }) } };
  try {
    const { entries, hints, language, total } = await options.parse(document, {
      now: options.now,
      maxHtml: quotesInFull(source.data) ? MAX_HTML : EXCERPT_HTML,
    });
    const items: Item[] = [];
    const unusable: ItemOutcome[] = [];
    for (const draft of entries) {
      const item = toItem({ ...draft, language: draft.language ?? language }, source, options);
      if (item) items.push(item);
      else unusable.push({ source: source.name, title: draft.title, outcome: 'noLink' });
    }
    return { outcome: { items, hints }, items, unusable, total };
  } catch (fault) {
    options.signal?.throwIfAborted();
    if (fault instanceof SourceError) return { ...nothing, outcome: { error: fault } };
    throw fault;
  }
}

function quotesInFull({ permission }: Source): boolean {
  return permission.scope === 'full' && permission.status === 'granted';
}

function toItem(
  draft: Draft,
  { name, data }: Entry<Source>,
  { now, addressing }: Pick<HarvestOptions, 'now' | 'addressing'>,
): Item | undefined {
  const { guid: _, updated: __, ...rest } = draft;
  const url = storyLink(draft);
  if (url === undefined) return undefined;
  const address = addressing.canonical(url);
  return {
    id: itemId(address),
    address,
    source: name,
    harvested: now,
    ...rest,
    url,
    // Until its words have been looked at: see `detectLanguages`.
    language: primarySubtag(draft.language) ?? data.language,
  };
}
