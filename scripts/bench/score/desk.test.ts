import { expect, test } from 'vitest';
import type { Instant } from '../../../src/model/desk/time.ts';
import { Item } from '../../../src/model/run/item.ts';
import { toDesk, toItem, toName } from './desk.ts';
import { row } from './rowFixture.ts';

test('a labelled text becomes an item that the model takes', () => {
  const published = '2026-11-20T09:00:00.000Z' as Instant;
  const item = toItem(
    row({ title: 'Un título', body: 'Un\n texto', publisher: 'El Cántaro', published }),
  );
  expect(Item.parse(item)).toEqual(item);
  expect(item).toMatchObject({
    title: 'Un título',
    text: 'Un texto',
    source: 'el-cantaro',
    language: 'es',
    published,
    harvested: published,
  });
});

test('without a title it is called by its first words, and without a publisher by its corpus', () => {
  const item = toItem(row({ body: 'Una frase que empieza', corpus: 'My Corpus' }));
  expect(Item.parse(item)).toMatchObject({ title: 'Una frase que empieza', source: 'my-corpus' });
});

test('an id is the same for the same text, and another in another language', () => {
  const given = { id: '12', title: 'x' };
  const id = (language: string) => toItem(row({ ...given, language })).id;
  expect(id('es')).toBe(id('es'));
  expect(id('es')).not.toBe(id('en'));
});

test.for([
  ['El País', 'el-pais'],
  ['  ¡Hola!  ', 'hola'],
  ['20 Minutos.es', '20-minutos-es'],
  ['…', 'unnamed'],
] as const)('%s is named %s', ([text, name]) => {
  expect(toName(text)).toBe(name);
});

test('a desk has the profile as its topic and one audience that reads all languages', () => {
  const terms = { es: ['agua'], en: ['water'] };
  const desk = toDesk({
    profile: { corpus: 'town', label: 'Water', terms },
    rows: [row({ language: 'es' }), row({ language: 'ca' })],
  });
  expect(desk.topics.map(({ name, data }) => [name, data.terms])).toEqual([['topic', terms]]);
  expect(desk.audiences[0]?.data).toMatchObject({
    languages: ['ca', 'es'],
    interests: { topic: 1 },
  });
});
