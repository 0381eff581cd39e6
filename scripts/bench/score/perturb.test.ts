import { expect, test } from 'vitest';
import { changedWords, PERTURBATIONS, vocabularyOf } from './perturb.ts';
import { randomOf } from './random.ts';
import { row } from './rowFixture.ts';

const vocabulary = vocabularyOf([
  row({ title: 'Ana otra Palabra', body: 'distinta de otra', language: 'es' }),
  row({ title: 'Another word', language: 'en' }),
]);
const text = row({
  title: 'El pueblo abre su piscina de 25 metros',
  body: Array.from({ length: 40 }, (_, n) => `Voz ${n}`).join(' '),
  language: 'es',
});
const wordsOf = (text: string) => text.match(/\p{L}+/gu) ?? [];
const perturbed = (name: string, given = text) =>
  PERTURBATIONS[name]?.(given, randomOf('test'), vocabulary);

test('a vocabulary has the words in lower case of a language, as often as they occur', () => {
  expect(vocabulary('es')).toEqual(['otra', 'distinta', 'de', 'otra']);
  expect(vocabulary('en')).toEqual(['word']);
  expect(vocabulary('fr')).toEqual([]);
});

test.for([
  [0.1, 4],
  [0.25, 10],
] as const)('of 40 words with %f changed, %i are others, and numbers stay', ([share, others]) => {
  const { body } = changedWords(text, share, randomOf('words'), vocabulary);
  expect(wordsOf(body).filter((word) => word !== 'Voz')).toHaveLength(others);
  expect(body.match(/\d+/g)).toEqual(text.body.match(/\d+/g));
});

test('case and punctuation go', () => {
  const given = row({ title: '¿Abre, por fin?', body: 'Sí: abre.' });
  expect(perturbed('case and punctuation', given)).toEqual({
    title: 'ABRE POR FIN',
    body: 'Sí abre',
  });
});

test('a lead and a suffix are put around what is there', () => {
  const { title, body } = perturbed('agency lead, site suffix') ?? { title: '', body: '' };
  expect(title.startsWith(text.title)).toBe(true);
  expect(title.length).toBeGreaterThan(text.title.length);
  expect(body.endsWith(text.body)).toBe(true);
  expect(body.length).toBeGreaterThan(text.body.length);
  expect(perturbed('agency lead, site suffix', row({ title: 'Sola' }))?.body).toBe('');
});

test('half of the body is left, or of the title where that is all', () => {
  expect(wordsOf(perturbed('cut to half')?.body ?? '')).toHaveLength(20);
  expect(perturbed('cut to half')?.title).toBe(text.title);
  expect(perturbed('cut to half', row({ title: 'Uno dos tres cuatro' }))?.title).toBe('Uno dos');
});
