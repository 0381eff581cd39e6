import { expect, test } from 'vitest';
import { Audience } from '../../model/desk/audience.ts';
import type { Entry } from '../../model/desk/desk.ts';
import { Source } from '../../model/desk/source.ts';
import { Topic } from '../../model/desk/topic.ts';
import { compileRules } from './compileRules.ts';
import { type JudgedItem, ruleHits } from './ruleHits.ts';

const entry = <T>(name: string, data: T): Entry<T> => ({
  name,
  path: `${name}.md`,
  data,
  body: '',
  hash: '',
});
const compiled = compileRules({
  topics: [
    entry(
      'agua',
      Topic.parse({
        title: { es: 'Agua' },
        terms: {},
        exclude: ['agua mineral'],
        rules: [{ effect: 'boost', words: ['pozo'], name: 'Pozos' }],
      }),
    ),
  ],
  audiences: [
    entry(
      'vecindario',
      Audience.parse({ title: 'V', languages: ['es'], interests: {}, avoid: ['horóscopo'] }),
    ),
  ],
  sources: [
    entry(
      'diario',
      Source.parse({
        title: 'D',
        feed: 'https://d.example',
        language: 'es',
        rules: [{ effect: 'penalty', olderThan: 7 }],
      }),
    ),
  ],
});
const judged = (title: string, more: object = {}, topics: string[] = [], age = 1): JudgedItem => ({
  item: { title, text: '', source: 'otro', language: 'es', ...more },
  topics,
  age,
});
const ITEMS = [
  judged('Pozo 5', {}, ['agua']),
  judged('Agua mineral', { source: 'diario' }, ['agua'], 8),
  judged('Pozo 3', {}, ['agua']),
  judged('Pozo 4 y pozos', {}, ['agua']),
  judged('Pozo 1 y pozo 2', {}, ['agua']),
  judged('Un pozo sin tema'),
  judged('Horóscopo', { language: 'es-MX' }),
  judged('Horóscopo', { language: 'en' }),
];

test('every rule is told with what it met, of the items that it holds for', () => {
  expect(ruleHits(compiled, ITEMS)).toEqual([
    {
      where: 'audiences/vecindario',
      name: 'vecindario avoid: "horóscopo"',
      effect: 'veto',
      hits: 1,
      of: 7,
      examples: ['Horóscopo'],
    },
    {
      where: 'sources/diario',
      name: 'olderThan: 7',
      effect: 'penalty',
      hits: 1,
      of: 1,
      examples: ['Agua mineral'],
    },
    {
      where: 'topics/agua',
      name: 'agua exclude: "agua mineral"',
      effect: 'veto',
      hits: 1,
      of: 5,
      examples: ['Agua mineral'],
    },
    {
      where: 'topics/agua',
      name: 'Pozos',
      effect: 'boost',
      hits: 4,
      of: 5,
      examples: ['Pozo 1 y pozo 2', 'Pozo 3', 'Pozo 4 y pozos'],
    },
  ]);
});
test('one that met nothing is told too', () => {
  expect(ruleHits(compiled, []).map(({ hits, of }) => [hits, of])).toEqual(Array(4).fill([0, 0]));
});
test('the order of items makes no difference', () => {
  expect(ruleHits(compiled, ITEMS.toReversed())).toEqual(ruleHits(compiled, ITEMS));
});
