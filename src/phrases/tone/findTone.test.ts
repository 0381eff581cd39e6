import { expect, test } from 'vitest';
import { ToneRules } from '../../model/desk/toneRules.ts';
import { findTone } from './findTone.ts';

const RULES = ToneRules.parse({
  severity: { filler: 'off' },
  messages: { es: { promotion: 'Sin elogios.' } },
  rules: [
    { id: 'sinergias', severity: 'off' },
    { id: 'agua', language: 'es', category: 'jargon', phrase: 'agua', in: 'title' },
    {
      id: 'pan',
      language: 'es',
      category: 'promotion',
      phrase: 'pan*',
      unless: 'pan de (ayer|hoy)',
    },
    { id: 'broken', language: 'es', category: 'jargon', phrase: '(pan' },
  ],
});

function found(text: string, place: 'title' | 'body' = 'body', language = 'es'): string[] {
  return findTone(text, RULES, { language, place }).map(({ rule, words }) => `${rule}: ${words}`);
}

test.for([
  ['a built-in rule', 'La Puesta en Valor del río', ['poner-en-valor: Puesta en Valor']],
  [
    'every place, from left to right',
    'Panes y disruptivo pan',
    ['pan: Panes', 'disruptivo: disruptivo', 'pan: pan'],
  ],
  ['an exception', 'Pan de ayer y panes', ['pan: panes']],
  ['a rule that is off', 'Sinergias', []],
  ['a category that is off', 'Cabe destacar que llovió', []],
  ['a rule for titles in a text', 'El agua', []],
  ['a phrase that cannot be read', '(pan', ['pan: pan']],
] as const)('%s', ([, text, expected]) => {
  expect(found(text)).toEqual(expected);
});

test('a rule for titles holds in a title', () => {
  expect(found('El agua', 'title')).toEqual(['agua: agua']);
});

test('languages are told apart, regions are not', () => {
  expect(found('pan', 'body', 'es-MX')).toEqual(['pan: pan']);
  expect(found('pan', 'body', 'en')).toEqual([]);
});

test('a finding says what to do, by the rule, the desk or what is built in', () => {
  const [own] = findTone('pan', RULES, { language: 'es', place: 'body' });
  const [noted] = findTone('disruptivo', RULES, { language: 'es', place: 'body' });
  const [built] = findTone('el mindset', RULES, { language: 'es', place: 'body' });
  expect([own, noted, built].map((finding) => finding?.note)).toEqual([
    'Sin elogios.',
    'Di qué cambia.',
    'Hay una palabra en español que entiende más gente.',
  ]);
  expect(own).toMatchObject({
    severity: 'warning',
    category: 'promotion',
    span: { start: 0, end: 3 },
  });
});
