import { expect, test } from 'vitest';
import { kindOf } from '../model/desk/kinds.ts';
import { keysAt } from './keysAt.ts';

test.for([
  ['the top', [], 'interests'],
  ['a rule, in a list', ['rules', 0], 'olderThan'],
  ['an example, which may be a text too', ['rules', 2, 'misses', 0], 'author'],
] as const)('the keys at %s', ([, path, key]) => {
  expect(keysAt(kindOf('audiences').schema, path)).toContain(key);
});
test.for([
  ['free keys', ['interests']],
  ['a text', ['title']],
  ['nowhere', ['x', 'y']],
] as const)('at %s there are none', ([, path]) => {
  expect(keysAt(kindOf('audiences').schema, path)).toEqual([]);
});
