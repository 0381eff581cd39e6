import { expect, test } from 'vitest';
import { allowance, wordsAllowed } from './permission.ts';

test.for([
  ['link', 'none', 'link', 0],
  ['link', 'granted', 'link', 0],
  ['excerpt', 'none', 'excerpt', 60],
  ['excerpt', 'asked', 'excerpt', 60],
  ['excerpt', 'granted', 'excerpt', 60],
  ['excerpt', 'refused', 'refused', 0],
  ['full', 'none', 'excerpt', 60],
  ['full', 'asked', 'excerpt', 60],
  ['full', 'granted', 'full', Number.POSITIVE_INFINITY],
  ['full', 'refused', 'refused', 0],
] as const)('scope %s, %s, comes to %s: %d words', ([scope, status, allowed, words]) => {
  expect(allowance({ scope, status })).toBe(allowed);
  expect(wordsAllowed({ scope, status }, 60)).toBe(words);
});

test('without a source we only link', () => {
  expect(wordsAllowed(undefined, 60)).toBe(0);
});
