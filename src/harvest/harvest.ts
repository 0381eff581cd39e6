import type { Entry } from '../model/desk.ts';
import { CribaError } from '../model/error.ts';
import type { Item } from '../model/item.ts';
import type { Harvest, Sifted, SourceReport } from '../model/run.ts';
import { feedPlace, type Source } from '../model/source.ts';
import type { Instant } from '../model/time.ts';
import { canonicalAddress, itemId } from '../text/address.ts';
import { detectLanguage } from '../text/language.ts';
import type { FeedDocument } from './document.ts';
import type { FetchBytes } from './fetch/openFetch.ts';
import { inTurn } from './inTurn.ts';
import type { Draft } from './normalise/draft.ts';
import type { ParseFeed } from './parse/openParser.ts';
import { readFeedFile } from './readFeedFile.ts';
import { faultOf, sourceError } from './sourceError.ts';

export interface HarvestOptions {
  now: Instant;
  /** folder of the repository, in which feeds that are files lie */
  root: string;
  fetch: FetchBytes;
  parse: ParseFeed;
  /** sources under way at a time; 8 */
  concurrency?: number;
  signal?: AbortSignal;
  /** called as each source ends, in whatever order they do */
  onSource?(report: SourceReport): void;
}

interface Answer {
  report: SourceReport;
  items: Item[];
  unusable: Sifted[];
}

/**
 * Reads the feeds of all sources that are not retired, one request at a time to a host. A source that fails is a line
 * in the report. Reports come in the order of the sources and items in the order of their feeds, whatever the
 * concurrency. Rejects only when `signal` aborts, or for a fault of ours.
 */
export async function harvest(
  sources: readonly Entry<Source>[],
  options: HarvestOptions,
): Promise<Harvest> {
  const heeded = sources.filter(({ data }) => data.state !== 'retired');
  const turns = {
    concurrency: options.concurrency ?? 8,
    key: ({ data }: Entry<Source>) => URL.parse(data.feed)?.host || undefined,
  };
  const answers = await inTurn(heeded, turns, async (source, release) => {
    const answer = await ask(source, options, release);
    options.onSource?.(answer.report);
    return answer;
  });
  return {
    items: answers.flatMap(({ items }) => items),
    unusable: answers.flatMap(({ unusable }) => unusable),
    sources: answers.map(({ report }) => report),
  };
}

/** @param release lets the next request to the same host go, while this answer is parsed */
async function ask(
  source: Entry<Source>,
  options: HarvestOptions,
  release: () => void,
): Promise<Answer> {
  const start = performance.now();
  const report: SourceReport = {
    source: source.name,
    feed: source.data.feed,
    code: 'ok',
    items: 0,
    bytes: 0,
    ms: 0,
  };
  const items: Item[] = [];
  const unusable: Sifted[] = [];
  try {
    options.signal?.throwIfAborted();
    const document = await read(source.data, options).finally(release);
    report.bytes = document.bytes.length;
    const { entries } = await options.parse(document, options.now);
    for (const draft of entries) {
      const item = toItem(draft, source, options.now);
      if (item === undefined)
        unusable.push({ source: source.name, title: draft.title, outcome: 'noLink' });
      else items.push(item);
    }
    report.items = entries.length;
    if (entries.length === 0) report.code = 'empty';
  } catch (error) {
    options.signal?.throwIfAborted();
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    report.code = fault;
    report.detail = (error as Error).message;
    if (error instanceof CribaError) report.hint = error.hint;
  }
  report.ms = Math.round(performance.now() - start);
  return { report, items, unusable };
}

async function read(source: Source, options: HarvestOptions): Promise<FeedDocument> {
  const { root, signal } = options;
  const place = feedPlace(source.feed);
  if (place === 'address') return options.fetch(source.feed, { signal });
  if (place !== 'file') {
    throw sourceError(
      'refused',
      `${source.feed}: neither an http(s) address nor a path inside the repository.`,
    );
  }
  return readFeedFile(source.feed, { root, site: source.site });
}

function toItem(draft: Draft, { name, data }: Entry<Source>, now: Instant): Item | undefined {
  if (draft.url === undefined) return undefined;
  const address = canonicalAddress(draft.url);
  const language = detectLanguage(`${draft.title}. ${draft.text.slice(0, 300)}`, {
    declared: draft.language ?? data.language,
  });
  return {
    id: itemId(address),
    address,
    source: name,
    harvested: now,
    ...draft,
    url: draft.url,
    title: draft.title,
    language: language === 'und' ? data.language : language,
  };
}
