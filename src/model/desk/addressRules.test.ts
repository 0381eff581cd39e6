import { expect, test } from 'vitest';
import { AddressRules, DEFAULT_ADDRESS_RULES } from './addressRules.ts';

test.for([
  ['a parameter', { drop: ['utm_source'] }, true],
  ['a beginning', { drop: ['utm_*'] }, true],
  ['everything', { drop: ['*'] }, false],
  ['nearly everything', { drop: ['u*'] }, false],
  ['a star elsewhere', { drop: ['utm*source'] }, false],
  ['what says which page it is', { drop: ['id'] }, false],
  ['the same in capitals, where the value says a network', { ambiguous: ['Page'] }, false],
  ['a beginning that would take it along', { drop: ['pa*'] }, false],
  ['an origin of two words', { origins: ['face book'] }, false],
  ['a host', { keep: { 'water.example': ['cid'] } }, true],
  ['a host with accents', { keep: { 'españa.example': ['cid'] } }, true],
  ['an address for a host', { keep: { 'https://water.example/': ['cid'] } }, false],
  ['a host with a path', { keep: { 'water.example/a': ['cid'] } }, false],
  ['what names a page, as an exception', { keep: { 'water.example': ['id'] } }, true],
] as const)('%s: %j may stand in the rules: %s', ([, rules, allowed]) => {
  expect(AddressRules.safeParse(rules).success).toBe(allowed);
});

test('a key that is left out is as built in, and one that is there is the whole list', () => {
  const { drop, ambiguous } = AddressRules.parse({ drop: ['boletin'] });
  expect([drop, ambiguous]).toEqual([['boletin'], DEFAULT_ADDRESS_RULES.ambiguous]);
});
