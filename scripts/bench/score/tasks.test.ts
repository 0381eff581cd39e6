import { expect, test } from 'vitest';
import type { Row } from './corpora.ts';
import type { Profile } from './profiles.ts';
import { row } from './rowFixture.ts';
import { sampleLabels, splitTask, type Task, tasksOf } from './tasks.ts';

const profile: Profile = { corpus: 'town', label: 'Water', terms: { es: ['agua'], en: [] } };
const rows = Array.from({ length: 1000 }, (_, n) =>
  row({
    corpus: 'town',
    id: String(n),
    label: n % 4 === 0 ? 'Water' : 'Other',
    language: n % 2 === 0 ? 'es' : 'en',
  }),
);
const corpora = new Map([['town', { name: 'town', rows, unreadable: 0 }]]);
const task = (given: Partial<Task> = {}): Task => ({
  name: 'town/Water',
  corpus: 'town',
  label: 'Water',
  language: undefined,
  profile,
  rows,
  ...given,
});
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

test('a task has the rows of its corpus and language', () => {
  const { tasks, without } = tasksOf([profile, { ...profile, language: 'es' }], corpora);
  expect(tasks.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['town/Water', 1000],
    ['town/Water/es', 500],
  ]);
  expect(without).toEqual([]);
});

test('a task without anything to find is named and left out', () => {
  const profiles = [
    { ...profile, corpus: 'elsewhere' },
    { ...profile, label: 'Air' },
    { ...profile, language: 'ca' },
  ];
  expect(tasksOf(profiles, corpora)).toEqual({
    tasks: [],
    without: ['elsewhere/Water', 'town/Air', 'town/Water/ca'],
  });
});

test('two fifths are kept for trying, the same ones for the same seed', () => {
  const { pool, test } = splitTask(task(), 1);
  expect([pool.length, test.length]).toEqual([600, 400]);
  expect(new Set([...ids(pool), ...ids(test)]).size).toBe(1000);
  expect(splitTask(task(), 1)).toEqual({ pool, test });
  expect(ids(splitTask(task({ label: 'Other' }), 1).test)).toEqual(ids(test));
  expect(ids(splitTask(task(), 2).test)).not.toEqual(ids(test));
});

test('where every text has a date, the later ones are for trying', () => {
  const dated = rows.map((one, n) => ({
    ...one,
    published: new Date(Date.UTC(2026, 0, 1) + ((n * 7919) % 1000) * 3_600_000).toISOString(),
  })) as Row[];
  const { pool, test } = splitTask(task({ rows: dated }), 1);
  const times = (rows: readonly Row[]) => rows.map(({ published }) => published ?? '').sort();
  expect(
    times(pool)
      .at(-1)
      ?.localeCompare(times(test)[0] ?? ''),
  ).toBe(-1);
  expect(test).toHaveLength(400);
});

const pool = rows.slice(0, 600);
// The best by the profile are the last of the pool, so that the two ways of drawing are told apart.
const ranked = [...pool.keys()].reverse();

test('fewer labels are the first of more', () => {
  const most = sampleLabels(pool, ranked, 300, 5);
  expect(new Set(most).size).toBe(300);
  for (const n of [10, 30, 100]) {
    expect(sampleLabels(pool, ranked, n, 5)).toEqual(most.slice(0, n));
  }
  expect(sampleLabels(pool, ranked, 10, 6)).not.toEqual(most.slice(0, 10));
});

test('three in five come from what a curator is shown', () => {
  // The top is 180 of 600; of the 120 drawn by chance from the whole pool, a few lie in it too.
  const shown = (n: number) => sampleLabels(pool, ranked, n, 5).filter((at) => at >= 420).length;
  expect(shown(10)).toBeGreaterThanOrEqual(6);
  expect(shown(100)).toBeGreaterThanOrEqual(60);
  expect(shown(100)).toBeLessThan(85);
});

test('of a small pool all are taken, and no more', () => {
  expect(sampleLabels(pool.slice(0, 7), [6, 5, 4, 3, 2, 1, 0], 10, 1).sort()).toEqual([
    0, 1, 2, 3, 4, 5, 6,
  ]);
  expect(sampleLabels(pool, ranked, 0, 1)).toEqual([]);
});
