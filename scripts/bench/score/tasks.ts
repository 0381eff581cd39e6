import type { LabelledCorpus, Row } from './corpora.ts';
import type { Profile } from './profiles.ts';
import { randomOf, shuffled } from './random.ts';

/** Find the texts with a label among those of a corpus, and of one language where one is named. */
export interface Task {
  /** `fncs/Sport`, `sib/sports/es` */
  name: string;
  corpus: string;
  label: string;
  language: string | undefined;
  profile: Profile;
  rows: Row[];
}

/** What a curator may have decided, and what the model is tried on. */
export interface Split {
  pool: Row[];
  test: Row[];
}

/** Share of the rows that is kept for trying. */
const TEST = 0.4;
/** Share of the pool that a curator reads, the best first. */
const READ = 0.2;
/** Labels are drawn in turns: three from what the curator reads, two from anywhere. */
const TURN = ['read', 'read', 'any', 'read', 'any'] as const;
/** The most labels that a bench asks for; what a curator reads holds enough for them. */
const MOST_LABELS = 300;

/** A task a profile, with those left out for which there is nothing to find. */
export function tasksOf(
  profiles: readonly Profile[],
  corpora: ReadonlyMap<string, LabelledCorpus>,
): { tasks: Task[]; without: string[] } {
  const tasks: Task[] = [];
  const without: string[] = [];
  for (const profile of profiles) {
    const { corpus, label, language } = profile;
    const name = [corpus, label, ...(language === undefined ? [] : [language])].join('/');
    const all = corpora.get(corpus)?.rows ?? [];
    const rows = all.filter((row) => language === undefined || row.language === language);
    if (rows.some((row) => isPositive(row, profile))) {
      tasks.push({ name, corpus, label, language, profile, rows });
    } else without.push(name);
  }
  return { tasks, without };
}

export function isPositive(row: Row, { label }: Pick<Task, 'label'>): boolean {
  return row.label === label;
}

/** Three fifths to learn from and two to be tried on: by chance, or by time where every text has a date. */
export function splitTask({ corpus, language, rows }: Task, seed: number): Split {
  // Tasks of one corpus and seed share their split, so that they differ in nothing but the label.
  const mixed = shuffled(rows, randomOf('split', corpus, language ?? '', seed));
  const dated = rows.every(({ published }) => published !== undefined);
  const ordered = dated ? mixed.sort((a, b) => timeOf(a) - timeOf(b)) : mixed;
  const border = Math.round(ordered.length * (1 - TEST));
  return { pool: ordered.slice(0, border), test: ordered.slice(border) };
}

/**
 * Which of a pool were decided: three in five from its top by the profile, as a curator is shown them, the others by
 * chance. Fewer labels are always the first of more.
 * @param ranked places in the pool, the best by the profile first
 */
export function sampleLabels(
  pool: readonly Row[],
  ranked: readonly number[],
  labels: number,
  seed: number,
): number[] {
  const random = randomOf('labels', seed);
  const most = Math.ceil(
    MOST_LABELS * (TURN.filter((from) => from === 'read').length / TURN.length),
  );
  const read = shuffled(ranked.slice(0, Math.max(most, Math.ceil(pool.length * READ))), random);
  const queues = { read: read.values(), any: shuffled([...pool.keys()], random).values() };
  const taken = new Set<number>();
  for (let turn = 0; taken.size < Math.min(labels, pool.length); turn += 1) {
    const queue = queues[TURN[turn % TURN.length] ?? 'any'];
    const at = nextOf(queue, taken) ?? nextOf(queues.any, taken);
    if (at !== undefined) taken.add(at);
  }
  return [...taken];
}

function nextOf(queue: Iterator<number>, taken: ReadonlySet<number>): number | undefined {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    if (!taken.has(next.value)) return next.value;
  }
  return undefined;
}

function timeOf({ published }: Row): number {
  return Date.parse(published ?? '');
}
