import { expect, test } from 'vitest';
import type { ItemEvent, ItemLine } from '../model/desk/ledger/itemLine.ts';
import { yieldBySource } from './sourceYield.ts';

let minute = 0;
const line = (id: string, event: ItemEvent, source = 'rios') => {
  minute += 1;
  return {
    id,
    event,
    source,
    at: new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString(),
  } as ItemLine;
};

test('each item counts once, as it was last decided, and the parts add up', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const ledger = [
    ...ids.map((id) => line(id, 'proposed')),
    line('a', 'drop'),
    line('a', 'keep'),
    line('b', 'keep'),
    line('c', 'drop'),
    line('d', 'expire'),
    line('e', 'keep'),
    line('e', 'takedown'),
    line('f', 'later'),
    line('a2', 'proposed', 'mar'),
  ];
  expect(yieldBySource(ledger)('rios')).toEqual({
    proposed: 7,
    kept: 2,
    dropped: 1,
    expired: 1,
    takenDown: 1,
    waiting: 2,
    shareKept: 2 / 3,
  });
  expect(yieldBySource(ledger)('mar')).toMatchObject({ proposed: 1, waiting: 1 });
});

test('a pick made by hand is nothing that the source brought', () => {
  expect(yieldBySource([line('h', 'keep')])('rios')).toEqual({
    proposed: 0,
    kept: 0,
    dropped: 0,
    expired: 0,
    takenDown: 0,
    waiting: 0,
  });
});
