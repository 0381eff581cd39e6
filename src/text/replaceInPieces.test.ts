import { expect, test } from 'vitest';
import { replaceInPieces } from './replaceInPieces.ts';

test('every match goes, also where the pieces meet, and no character is broken', () => {
  const text = '🌊x'.repeat(400_000);
  expect(replaceInPieces(text, /x/g, '')).toBe('🌊'.repeat(400_000));
  expect(replaceInPieces('a1b2', /\d/g, (digit) => `<${digit}>`)).toBe('a<1>b<2>');
});
