import type { Memory } from '../../memory/openMemory.ts';
import { type RecordedOutcome, type RecordedResponse, recorded } from '../../memory/runRecord.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { RememberedItem, SourceMemory } from '../../model/run/sourceMemory.ts';
import type { FetchBytes } from '../../net/openFetch.ts';

export interface PolitenessOptions {
  now: Instant;
  /** folder of the repository, in which feeds that are files lie */
  root: string;
  /** folder of the desk, as advice names its files: `content` */
  folder: string;
  fetch: FetchBytes;
  memory: Memory;
  /** hash of the rules that addresses are made by: what was remembered under others is parsed again */
  rules: string;
  /** whether none of these items could be proposed any more, so that they need not be parsed again */
  hasNothingNew(items: readonly RememberedItem[]): boolean;
  /** whether an item was published since the run before: it is counted though it is not parsed again */
  isFresh(item: RememberedItem): boolean;
  /** a number in [0, 1) */
  random(): number;
  /** is given what each source responded, so that the run can be made again */
  onRecord?(source: string, response: RecordedResponse): void;
}

/** A source with an http(s) address that is to be fetched, and what is remembered of it. */
export interface SourceRequest extends PolitenessOptions {
  name: string;
  /** of its file, as advice names it */
  path: string;
  feed: string;
  previous: SourceMemory | undefined;
}

/** Records what a source responded. */
export function record(
  { name, feed, onRecord }: Pick<SourceRequest, 'name' | 'feed' | 'onRecord'>,
  outcome: RecordedOutcome,
): void {
  onRecord?.(name, recorded(feed, outcome));
}
