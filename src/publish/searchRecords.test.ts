import { expect, test } from 'vitest';
import type { PickCard } from '../model/page.ts';
import type { Day } from '../model/time.ts';
import { SEARCHED, searchRecords } from './searchRecords.ts';

const card: PickCard = {
  title: 'Agua',
  href: '/2026/11/agua/',
  lang: 'es',
  from: 'Un diario',
  day: '2026-11-21' as Day,
  topics: [{ title: 'Agua y sequía', href: '/temas/agua/' }],
  note: 'palabra '.repeat(60),
  shown: 'scheduled',
};

test('a record is slim: what search reads and shows, and no more', () => {
  const [record] = searchRecords([card]);
  expect(Object.keys(record ?? {}).sort()).toEqual([
    'day',
    'from',
    'href',
    'lang',
    'note',
    'title',
    'topics',
  ]);
  expect(record?.topics).toEqual(['Agua y sequía']);
  expect(record?.note.length).toBeLessThanOrEqual(140);
});

test('the newest are searched', () => {
  const cards = Array.from({ length: SEARCHED + 5 }, (_, n) => ({ ...card, title: String(n) }));
  const records = searchRecords(cards);
  expect(records).toHaveLength(SEARCHED);
  expect(records[0]?.title).toBe('0');
});
