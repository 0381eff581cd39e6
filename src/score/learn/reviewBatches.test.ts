import { expect, test } from 'vitest';
import type { Decision } from '../relevance/decisions.ts';
import { deskWith, type HistoryItem, idOf } from './historyFixture.ts';
import { reviewBatchesOf } from './reviewBatches.ts';

function batches(days: readonly number[], change: Partial<HistoryItem>[] = []) {
  const { items: ledger } = deskWith(
    days.map((day, at) => ({ title: 'T', text: 'T', day, kept: true, ...change[at] })),
  ).ledger;
  const decisions = ledger
    .filter(({ event }) => event === 'keep')
    .map(({ id, at }) => ({ id, at }) as Partial<Decision> as Decision);
  return reviewBatchesOf(ledger, decisions).map((one) => one.decisions.map(({ id }) => Number(id)));
}

test('what one run proposed is one batch, in the order of time', () => {
  expect(batches([9, 9, 9, 9, 2, 2, 2, 2])).toEqual([
    [4, 5, 6, 7],
    [0, 1, 2, 3],
  ]);
});

test('a run with few decided items goes with the next, and the last with the one before', () => {
  expect(batches([1, 2, 2, 2, 3, 3, 3, 3, 4])).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7, 8],
  ]);
});

test('what was never proposed is in no batch', () => {
  expect(batches([1, 1, 1, 1, 1], [{}, { proposed: false }])).toEqual([[0, 2, 3, 4]]);
});

test('an item that was scored again is in the batch that first proposed it; one reopened, in that which brought it back', () => {
  const { items: ledger } = deskWith(
    [1, 1, 1, 1, 5, 5, 5, 5].map((day) => ({ title: 'T', text: 'T', day, kept: true })),
  ).ledger;
  const [first] = ledger;
  if (first === undefined) throw new Error('no line');
  const at = (time: string) => ({ ...first, at: time as typeof first.at });
  const decisions = Array.from(
    { length: 8 },
    (_, at) => ({ id: idOf(at) }) as Partial<Decision> as Decision,
  );
  const sizes = (lines: typeof ledger) =>
    reviewBatchesOf([...ledger, ...lines], decisions).map((one) => one.decisions.length);
  expect(sizes([at('2026-11-01T07:00:00Z')])).toEqual([4, 4]);
  const restored = { ...at('2026-11-04T06:00:00Z'), event: 'restore' as const };
  // Three are too few for a batch: they go with the five that follow.
  expect(sizes([restored, at('2026-11-05T06:00:00Z')])).toEqual([8]);
});
