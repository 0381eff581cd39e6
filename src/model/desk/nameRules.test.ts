import { expect, test } from 'vitest';
import { NameRules } from './nameRules.ts';

test.for([
  ['nothing', {}, true],
  ['a name alone', { names: [{ name: 'Llave' }] }, true],
  ['a name without letters', { names: [{ name: '...' }] }, false],
  ['an empty alias', { names: [{ name: 'Llave', aliases: [''] }] }, false],
  ['a name twice', { names: [{ name: 'Llave' }, { name: 'Llave' }] }, false],
  ['a key that nobody knows', { names: [{ name: 'Llave', alias: ['x'] }] }, false],
  ['a language that is none', { names: [{ name: 'Llave', languages: ['Spanish'] }] }, false],
  [
    'an example in a language',
    { names: [{ name: 'Key', misses: [{ text: 'a', language: 'en' }] }] },
    true,
  ],
] as const)('%s may stand in the rules: %j: %s', ([, rules, allowed]) => {
  expect(NameRules.safeParse(rules).success).toBe(allowed);
});

test('no names are built in', () => {
  expect(NameRules.parse({})).toEqual({ names: [] });
});
