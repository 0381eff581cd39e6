import type { LabelledCorpus } from './corpora.ts';
import type { Task } from './tasks.ts';

/** What a section is given to measure with. */
export interface Bench {
  corpora: ReadonlyMap<string, LabelledCorpus>;
  tasks: readonly Task[];
  /** fixed; one, where a quick answer is wanted */
  seeds: readonly number[];
  /** numbers of decisions to learn from, none first */
  labelCounts: readonly number[];
  /** where the corpora and the profiles stand, for what runs in a process of its own */
  folder: string;
  profiles: string;
  progress(text: string): void;
}

/** A table, a record a row; what a row lacks is left empty. */
export interface Table {
  title: string;
  rows: Record<string, string | number | undefined>[];
  /** what a reader has to know of it */
  notes?: string[];
}

export interface Section {
  /** names of corpora without which there is nothing to measure */
  needs: readonly string[];
  run(bench: Bench): Promise<Table[]> | Table[];
}
