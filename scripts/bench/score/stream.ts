import type { Row } from './corpora.ts';
import { mean } from './metrics.ts';
import { randomOf } from './random.ts';
import { layOut, type Reader, readerOf } from './reader.ts';
import type { Section, Table } from './section.ts';
import { isPositive, type Task } from './tasks.ts';

/** Share of a batch that a curator reads, and share of what is read that is taken by chance. */
const READ = 0.2;
const EXPLORED = 0.05;
const BATCHES = 40;

const METHODS = ['newest first', 'profile', 'profile + archive', 'profile + learned'] as const;
type Method = (typeof METHODS)[number];

/** What a method found in each batch, and what there was to find. */
interface Found {
  found: number;
  all: number;
}

/** What a curator finds who reads the best fifth of each batch, while the score learns from what was read. */
export const stream: Section = {
  needs: [],
  run: ({ tasks, seeds, progress }) => {
    const dated = tasks.filter(({ rows }) =>
      rows.every(({ published }) => published !== undefined),
    );
    const groups = Map.groupBy(dated, ({ corpus, language }) => [corpus, language ?? ''].join(' '));
    const batches = seeds.length > 1 ? BATCHES : BATCHES / 4;
    return [...groups.values()].flatMap((group) =>
      tableOf(group, batches, (batch) => progress(`stream  batch ${batch} of ${batches}`)),
    );
  },
};

function tableOf(group: readonly Task[], count: number, onBatch: (batch: number) => void): Table {
  const [first] = group as [Task];
  const rows = first.rows.toSorted(
    (a, b) =>
      Date.parse(a.published ?? '') - Date.parse(b.published ?? '') || (a.id < b.id ? -1 : 1),
  );
  const batches = Array.from({ length: count }, (_, at) =>
    rows.slice(
      Math.floor((at * rows.length) / count),
      Math.floor(((at + 1) * rows.length) / count),
    ),
  );
  const decided = new Map<Task, Row[]>(group.map((task) => [task, []]));
  const results = new Map(group.map((task) => [task, new Map<Method, Found[]>()]));
  const seen: Row[] = [];
  for (const [at, batch] of batches.entries()) {
    onBatch(at + 1);
    seen.push(...batch);
    const library = layOut(seen);
    for (const task of group) {
      const read = readBatch(batch, readerOf(task, library), decided.get(task) ?? [], at);
      for (const method of METHODS) {
        const own = results.get(task) as Map<Method, Found[]>;
        const hits = read[method].filter((row) => isPositive(row, task)).length;
        const all = batch.filter((row) => isPositive(row, task)).length;
        own.set(method, [...(own.get(method) ?? []), { found: hits, all }]);
      }
      decided.get(task)?.push(...read['profile + learned']);
    }
  }
  return {
    title: `Recall when ${READ * 100} % is read: ${first.corpus}, ${rows.length} texts, ${count} batches`,
    rows: METHODS.map((method) => {
      const each = [...results.values()].map((own) => own.get(method) ?? []);
      const tenth = Math.max(1, Math.round(count / 10));
      return {
        method,
        ...Object.fromEntries(group.map((task, n) => [task.label, recall(each[n] ?? [])])),
        mean: mean(each.map(recall)),
        'first tenth': mean(each.map((own) => recall(own.slice(0, tenth)))),
        'last tenth': mean(each.map((own) => recall(own.slice(-tenth)))),
      };
    }),
    notes: [
      'The archive is what had come by then. One read in twenty is by chance, and learned from as well.',
    ],
  };
}

/** What each method reads of a batch. */
function readBatch(
  batch: readonly Row[],
  reader: Reader,
  decided: readonly Row[],
  at: number,
): Record<Method, Row[]> {
  const random = randomOf('stream', at);
  const chance = new Map(batch.map((row) => [row, random()]));
  const places = Math.round(batch.length * READ);
  const best = (by: (row: Row) => number) => {
    const scores = new Map(batch.map((row) => [row, by(row)]));
    const order = (row: Row) => scores.get(row) ?? 0;
    return batch.toSorted(
      (a, b) => order(b) - order(a) || (chance.get(a) ?? 0) - (chance.get(b) ?? 0),
    );
  };
  const learned = best(reader.after(decided));
  const chosen = learned.slice(0, places - Math.round(places * EXPLORED));
  const others = learned
    .slice(chosen.length)
    .sort((a, b) => (chance.get(a) ?? 0) - (chance.get(b) ?? 0));
  return {
    'newest first': best((row) => Date.parse(row.published ?? '')).slice(0, places),
    profile: best(reader.profile).slice(0, places),
    'profile + archive': best(reader.after([])).slice(0, places),
    'profile + learned': [...chosen, ...others.slice(0, places - chosen.length)],
  };
}

function recall(batches: readonly Found[]): number {
  const all = batches.reduce((sum, one) => sum + one.all, 0);
  return all === 0 ? 0 : batches.reduce((sum, one) => sum + one.found, 0) / all;
}
