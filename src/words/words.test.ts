import { expect, test } from 'vitest';
import { foldVowels, wordsOf } from './words.ts';

const stems = (text: string, language: string) => wordsOf(text, language).map(({ stem }) => stem);

test.for([
  ['es', 'ayudas', 'ayuda'],
  ['es', 'vivienda', 'VIVIENDAS'],
  ['es', 'inundación', 'INUNDACION'],
  ['es', 'pública', 'publica'],
  ['en', 'floods', 'flooding'],
] as const)('in %s, "%s" and "%s" are one word', ([language, a, b]) => {
  expect(stems(a, language)).toEqual(stems(b, language));
});
test('ñ is a letter of its own', () => {
  expect(stems('año', 'es')).not.toEqual(stems('ano', 'es'));
  expect(foldVowels('señal única, pingüino')).toBe('señal unica, pinguino');
});
test('words that say nothing are left out; words stand as they stood', () => {
  expect(wordsOf('La sequía de este verano', 'es').map(({ surface }) => surface)).toEqual([
    'sequía',
    'verano',
  ]);
});
