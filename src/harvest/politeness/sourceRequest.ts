import type { Memory } from '../../memory/openMemory.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Testimony } from '../../model/run/answer.ts';
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
  /** hash of the rules that addresses are made by: what was remembered under others is read again */
  rules: string;
  /** whether nothing can become of any of these items, so that nobody need read them again */
  hasNothingNew(items: readonly RememberedItem[]): boolean;
  /** a number in [0, 1) */
  random(): number;
  /** is told what each source answered, so that the run can be made again */
  onRecord?(source: string, testimony: Testimony): void;
}

/** A source that is being asked, and what is remembered of it. */
export interface SourceRequest extends PolitenessOptions {
  name: string;
  path: string;
  feed: string;
  before: SourceMemory | undefined;
}
