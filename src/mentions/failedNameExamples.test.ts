import { expect, test } from 'vitest';
import { NameRules } from '../model/desk/nameRules.ts';
import { failedNameExamples } from './failedNameExamples.ts';

const failed = (...names: unknown[]) => failedNameExamples(NameRules.parse({ names }));
const shuttle = { name: 'Lanzadera', context: ['autobús'], excludes: ['lanzadera espacial'] };

test('examples that hold are not mentioned', () => {
  expect(
    failed({
      ...shuttle,
      matches: ['El autobús Lanzadera', { text: 'Dos autobuses: Lanzadera', language: 'es' }],
      misses: ['La lanzadera espacial', 'El lanzador del autobús'],
    }),
  ).toEqual([]);
});

test.for([
  [
    'a match without the name',
    { matches: ['x', 'El autobús'] },
    ['names', 0, 'matches', 0],
    'name-example/not-found',
  ],
  [
    'a match that is not sure',
    { matches: ['La Lanzadera'] },
    ['names', 0, 'matches', 0],
    'name-example/unsure-match',
  ],
  [
    'a miss with the name',
    { misses: ['El autobús Lanzadera'] },
    ['names', 0, 'misses', 0],
    'name-example/found',
  ],
  [
    'a miss that is not sure',
    { misses: ['La Lanzadera'] },
    ['names', 0, 'misses', 0],
    'name-example/unsure-miss',
  ],
  [
    'a phrase that cannot be read',
    { excludes: ['a', '(b'] },
    ['names', 0, 'excludes', 1],
    'phrase/unclosed',
  ],
] as const)('%s is reported', ([, more, at, code]) => {
  const [first] = failed({ ...shuttle, ...more });
  expect(first?.at).toEqual(at);
  expect(first?.reason.code).toBe(code);
});

test('a name is tried in its own language', () => {
  expect(
    failed({
      name: 'Shuttle',
      languages: ['en'],
      context: ['timetable'],
      matches: ['Two timetables of the Shuttle'],
    }),
  ).toEqual([]);
});
