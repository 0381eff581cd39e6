import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { SourceReport } from '../model/run/runReport.ts';
import type { FetchSource } from '../model/run/sourceResponse.ts';
import { perHostQueue } from '../net/perHostQueue.ts';
import { decodeParseNormalise, type Parsing } from './decodeParseNormalise.ts';
import { type IdentifyOptions, identify } from './identify.ts';
import type { LinkDriftDetector } from './linkDriftDetector.ts';
import type { Sieve } from './openSieve.ts';
import type { ParseFeed } from './parse/openParser.ts';
import { rememberParsing } from './rememberParsing.ts';
import type { RunTally } from './runTally.ts';
import { sourceReport } from './sourceReport.ts';

export interface HarvestOptions extends IdentifyOptions {
  fetchSource: FetchSource;
  parse: ParseFeed;
  /** takes the items of each source as they come; what it lets go of is not held here either */
  sieve: Pick<Sieve, 'add'>;
  /** counts what the ledger remembers of the run */
  tally?: Pick<RunTally, 'add'>;
  /** advises people if the links of a source lead elsewhere than they did */
  detectLinkDrift?: LinkDriftDetector;
  /** is given the report of each source as it ends, in whatever order they do */
  onSource?(report: SourceReport): void;
  /** when a source was asked last: of one host, those that have waited longest go first */
  lastAsked?(source: Entry<Source>): Instant | undefined;
  /** sources under way at a time; 8 */
  concurrency?: number;
  signal?: AbortSignal | undefined;
}

/**
 * Harvests all sources that are not retired into the sieve, one request at a time to a host. A source that fails is a
 * line in its report. The reports come in the order of the sources. Rejects only when `signal` aborts, or for a fault of
 * ours.
 */
export async function harvest(
  sources: readonly Entry<Source>[],
  options: HarvestOptions,
): Promise<SourceReport[]> {
  const active = sources.filter(({ data }) => data.state !== 'retired');
  const reports = await perHostQueue(
    longestWaitFirst(active, options),
    { concurrency: options.concurrency ?? 8, key: hostOf },
    async (source, release) => {
      const report = await harvestSource(source, options, release);
      options.onSource?.(report);
      return report;
    },
  );
  const byName = new Map(reports.map((report) => [report.source, report]));
  return active.flatMap(({ name }) => byName.get(name) ?? []);
}

/**
 * The path of one source: fetch → decode → parse → normalise → sieve. The three in the middle run in a worker thread;
 * `identify` then makes items of the normalised entries.
 * @param release lets the next request to the same host begin, while this response is parsed
 */
async function harvestSource(
  source: Entry<Source>,
  options: HarvestOptions,
  release: () => void,
): Promise<SourceReport> {
  const { fetchSource, sieve, detectLinkDrift, signal } = options;
  const start = performance.now();
  signal?.throwIfAborted();
  const response = await fetchSource(source, { signal }).finally(release);
  // Before the bytes move to the worker thread.
  const bytes = 'document' in response ? response.document.bytes.length : 0;
  const parsing = await decodeParseNormalise(response, source, options);
  const { items, unlinked } = identify(parsing, source, options);
  sieve.add(items, unlinked);
  options.tally?.add(
    hasAnswered(parsing),
    parsing.kind === 'skipped' ? parsing.response.fresh : items,
  );
  return sourceReport(source, {
    parsing,
    bytes,
    items: items.length + unlinked.length,
    followUp: rememberParsing(parsing, items),
    linkDrift: detectLinkDrift?.(source.name, items),
    ms: Math.round(performance.now() - start),
  });
}

/** Whether the last answer of a source was a feed, whenever it came. */
function hasAnswered(parsing: Parsing): boolean {
  switch (parsing.kind) {
    case 'parsed':
      return parsing.response.kind === 'fresh' || parsing.response.answered;
    case 'skipped':
      return parsing.response.answered;
    case 'unparsable':
    case 'failed':
      return false;
  }
}

/** Those first that were never asked, then those that have waited longest: a host that is soon busy starves nobody. */
function longestWaitFirst(
  sources: readonly Entry<Source>[],
  { lastAsked }: Pick<HarvestOptions, 'lastAsked'>,
): Entry<Source>[] {
  const asked = new Map(sources.map((one) => [one, Date.parse(lastAsked?.(one) ?? '') || 0]));
  return sources.toSorted((a, b) => (asked.get(a) ?? 0) - (asked.get(b) ?? 0));
}

function hostOf({ data }: Entry<Source>): string | undefined {
  return URL.parse(data.feed)?.host || undefined;
}
