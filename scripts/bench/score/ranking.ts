import { auc, mean, precisionAt } from './metrics.ts';
import { layOut, readerOf } from './reader.ts';
import type { Bench, Section, Table } from './section.ts';
import { isPositive, sampleLabels, splitTask, type Task } from './tasks.ts';

interface Figures {
  auc: number[];
  precision: number[];
}

/** How well texts of a kind are put before the others, by a profile and by what decisions add to it. */
export const ranking: Section = {
  needs: [],
  run: ({ tasks, seeds, labelCounts, progress }) => {
    const figures = new Map(
      tasks.map((task) => [task, labelCounts.map((): Figures => ({ auc: [], precision: [] }))]),
    );
    for (const seed of seeds) {
      for (const [name, group] of groupsOf(tasks)) {
        progress(`ranking  ${name}, seed ${seed}`);
        tryGroup(group, seed, labelCounts, figures);
      }
    }
    return tables(figures, labelCounts);
  },
};

/** Tasks over the same texts: they share a layout. */
function groupsOf(tasks: Bench['tasks']): Map<string, Task[]> {
  return Map.groupBy(tasks, ({ corpus, language }) => [corpus, language ?? ''].join(' '));
}

function tryGroup(
  group: readonly Task[],
  seed: number,
  labelCounts: readonly number[],
  figures: ReadonlyMap<Task, Figures[]>,
): void {
  const [first] = group;
  if (first === undefined) return;
  const { pool, test } = splitTask(first, seed);
  const library = layOut([...pool, ...test]);
  for (const task of group) {
    const reader = readerOf(task, library);
    const untaught = reader.after([]);
    const scores = pool.map(untaught);
    const ranked = [...pool.keys()].sort(
      (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
    );
    const positive = test.map((row) => isPositive(row, task));
    for (const [at, labels] of labelCounts.entries()) {
      const decided = sampleLabels(pool, ranked, labels, seed).flatMap(
        (place) => pool[place] ?? [],
      );
      const found = test.map(reader.after(decided));
      const own = figures.get(task)?.[at];
      own?.auc.push(auc(found, positive));
      own?.precision.push(precisionAt(10, found, positive));
    }
  }
}

function tables(figures: ReadonlyMap<Task, Figures[]>, labelCounts: readonly number[]): Table[] {
  const row = (name: string, all: readonly Figures[][]) => ({
    task: name,
    ...Object.fromEntries(
      labelCounts.flatMap((labels, at) => [
        [`AUC ${labels}`, mean(all.map((one) => mean(one[at]?.auc ?? [])))],
        [`P@10 ${labels}`, mean(all.map((one) => mean(one[at]?.precision ?? [])))],
      ]),
    ),
  });
  const rows = [...figures].map(([task, own]) => row(task.name, [own]));
  return [
    {
      title: 'Ranking by number of decisions',
      rows: [...rows, row(`mean of ${rows.length}`, [...figures.values()])],
      notes: [
        'The texts of pool and test are the archive, without their labels. Sources, age and rules have no part in it.',
      ],
    },
  ];
}
