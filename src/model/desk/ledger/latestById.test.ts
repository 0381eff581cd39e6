import { expect, test } from 'vitest';
import { ItemLine } from './itemLine.ts';
import { latestById } from './latestById.ts';

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
