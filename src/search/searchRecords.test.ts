import { expect, test } from 'vitest';
import type { Day } from '../model/desk/time.ts';
import type { PickCard } from '../model/site/pickCard.ts';
import { SEARCHED, searchRecords } from './searchRecords.ts';

const card: PickCard = {
  title: 'Agua',
  href: '/2026/11/agua/',
  lang: 'es',
  from: 'Un diario',
  day: '2026-11-21' as Day,
  today: '2026-11-21' as Day,
  topics: [{ title: 'Agua y sequía', href: '/temas/agua/' }],
  note: 'palabra '.repeat(60),
  noteLang: 'es',
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
    'shown',
    'title',
    'topics',
  ]);
  expect(record?.topics).toEqual(['Agua y sequía']);
  expect(record?.note.length).toBeLessThanOrEqual(400);
});

test('a word far into a note is sent, and its language where it is not the title’s', () => {
  const [record] = searchRecords([{ ...card, lang: 'fr', note: `${'uno '.repeat(80)}aljibe` }]);
  expect(record).toMatchObject({ lang: 'fr', noteLang: 'es' });
  expect(record?.note).toContain('aljibe');
});

test('the newest are searched', () => {
  const cards = Array.from({ length: SEARCHED + 5 }, (_, n) => ({ ...card, title: String(n) }));
  const records = searchRecords(cards);
  expect(records).toHaveLength(SEARCHED);
  expect(records[0]?.title).toBe('0');
});
