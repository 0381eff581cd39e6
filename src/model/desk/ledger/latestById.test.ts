import { expect, test } from 'vitest';
import { ItemLine } from './itemLine.ts';
import { latestById } from './latestById.ts';
import { RunLine } from './runLine.ts';
import { SlotLine } from './slotLine.ts';

const line = (at: string, event: string) =>
  ItemLine.parse({
    at,
    id: '000000000001',
    event,
    source: 'rios',
    title: 'Agua',
    url: 'https://rios.example/1',
    language: 'es',
  });

test('the latest line of an id decides, in whatever order a ledger has them', () => {
  const ledger = [line('2026-11-03T09:00:00Z', 'keep'), line('2026-11-01T09:00:00Z', 'proposed')];
  expect(latestById(ledger).get('000000000001')?.event).toBe('keep');
  expect(latestById(ledger.toReversed()).get('000000000001')?.event).toBe('keep');
});

test('a ledger is looked through once, however often it is asked', () => {
  const ledger = [line('2026-11-01T09:00:00Z', 'proposed')];
  expect(latestById(ledger)).toBe(latestById(ledger));
  expect(latestById([...ledger])).not.toBe(latestById(ledger));
});

test('a takedown decides, whatever follows', () => {
  const ledger = [
    line('2026-11-01T09:00:00Z', 'takedown'),
    line('2026-11-03T09:00:00Z', 'restore'),
  ];
  expect(latestById(ledger).get('000000000001')?.event).toBe('takedown');
});

test('of a slot that was proposed twice the later line counts, and runs go by their names', () => {
  const slot = (at: string, title: string) =>
    SlotLine.parse({
      at,
      what: 'slot',
      id: '5107c0ffee00',
      event: 'proposed',
      channel: 'web',
      title,
    });
  const slots = [slot('2026-11-03T09:00:00Z', 'Later'), slot('2026-11-01T09:00:00Z', 'First')];
  expect([...latestById(slots)]).toEqual([['5107c0ffee00', slots[0]]]);
  const run = (name: string, at: string) =>
    RunLine.parse({ at, what: 'run', run: name, sources: 2, answered: 1, fresh: 0, proposed: 0 });
  const runs = [run('b-harvest', '2026-11-03T09:00:00Z'), run('a-harvest', '2026-11-01T09:00:00Z')];
  expect([...latestById(runs).keys()]).toEqual(['a-harvest', 'b-harvest']);
});
