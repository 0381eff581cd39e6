import { expect, test } from 'vitest';
import { wordsOf } from '../words/words.ts';
import { figuresIn } from './facts.ts';

test.for([
  ['1.200 viviendas', '1,200 homes', '1200 viviendas'],
  ['0.5 % of 3.000.000', '0,5 % de 3,000,000'],
  ['doce heridos el lunes 3 de marzo', '12 injured on Monday, March 3'],
  ['la 3ª edición', 'the 3rd edition', 'edición 03'],
  ['primer trimestre', 'first quarter'],
] as const)('%s has the figures of the other spellings', ([first, ...others]) => {
  const figures = (text: string) => figuresIn(wordsOf(text, 'es')).toSorted();
  expect(figures(first)).not.toEqual([]);
  for (const other of others) expect(figures(other)).toEqual(figures(first));
});

test.for([
  ['v1.2', 'v1.3'],
  ['3 de marzo', '7 de abril'],
  ['1.200', '12.000'],
  ['el lunes', 'el martes'],
  ['segundo trimestre', 'tercer trimestre'],
  ['XII edición', 'XIII edición'],
] as const)('%s and %s have other figures', ([a, b]) => {
  const figures = (text: string) => figuresIn(wordsOf(text, 'es'));
  expect(figures(a)).not.toEqual(figures(b));
  expect(figures(a)).not.toEqual([]);
});
