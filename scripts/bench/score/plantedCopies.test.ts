import { expect, test } from 'vitest';
import { judgeCopies, type Planted, plantCopies, sameThings } from './plantedCopies.ts';
import { row } from './rowFixture.ts';

const planted = (title: string, origin: number, perturbation?: string, body = ''): Planted => ({
  row: row({ title, body }),
  origin,
  perturbation,
});

const texts = [
  planted('Sube el agua', 0),
  planted('Baja el agua', 1),
  planted('¡Sube el agua!', 2),
  planted('Otra cosa', 3, undefined, 'Un texto'),
  planted('Y otra más', 4, undefined, 'un texto.'),
  planted('SUBE EL AGUA', 0, 'case'),
  planted('Baja', 1, 'cut'),
];

test('copies, and texts with one title or one body, are the same thing; empty bodies are not', () => {
  const things = sameThings(texts);
  expect(things[2]).toBe(things[0]);
  expect(things[5]).toBe(things[0]);
  expect(things[4]).toBe(things[3]);
  expect(things[6]).toBe(things[1]);
  expect(new Set(things).size).toBe(3);
});

test('precision is over pairs, recall over copies', () => {
  // 0-2, 0-5, 2-5 right; 0-1, 1-2 and 1-5 wrong: half of six. The copy 5 is with 0; the copy 6 is alone.
  const { precision, recall, wrongOfBase, kinds } = judgeCopies(texts, [[0, 1, 2, 5], [6]]);
  expect({ precision, recall, wrongOfBase }).toEqual({
    precision: 0.5,
    recall: 0.5,
    wrongOfBase: 2,
  });
  expect(kinds).toEqual([
    { perturbation: 'case', copies: 1, met: 1 },
    { perturbation: 'cut', copies: 1, met: 0 },
  ]);
});

test('copies are planted beside a base of Spanish and English titles, each of another text', () => {
  const rows = Array.from({ length: 100 }, (_, n) =>
    row({ title: `el agua sube otra vez ${n}`, language: n < 80 ? 'es' : 'ca' }),
  );
  const corpora = new Map([['town', { name: 'town', rows, unreadable: 0 }]]);
  const all = plantCopies(corpora, 1);
  const copies = all.filter(({ perturbation }) => perturbation !== undefined);
  expect([all.length, copies.length]).toEqual([160, 80]);
  expect(new Set(copies.map(({ origin }) => origin)).size).toBe(80);
  expect(all.slice(0, 80).map(({ origin }) => origin)).toEqual([...Array(80).keys()]);
  expect(plantCopies(corpora, 1)).toEqual(all);
});
