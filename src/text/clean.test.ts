import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanBlock, cleanLine, cutAtWord } from './clean.ts';

describe('one line', () => {
  test.for([
    [' Agua\n y\t luz ', 'Agua y luz'],
    ['a\u0000b\u0007c\u0085d\u009f', 'abcd'],
    ['a\u202Eb\u2066c\u200Bde\u00ADf', 'abcdef'],
    ['a\uD800b\uFFFEc\uFDD0', 'abc'],
    ['cafe\u0301 \u212B', 'café Å'],
    ['👩‍🚀 می‌خواهم', '👩‍🚀 می‌خواهم'],
    ['a \u200B b', 'a b'],
    ['a\u2061\u2064b\u206A\u206Fc\uFFF9\uFFFBd\u3164e', 'abcde'],
    ['a\u{E0001}\u{E0068}\u{E0069}\u{E007F}b', 'ab'],
    [
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 🏴\u{E0068}',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 🏴',
    ],
    ['🏴\u{E0068}\u{E0069}\u{E0064}\u{E0064}\u{E0065}\u{E006E}\u{E0068}\u{E007F}', '🏴'],
    ['a\u001b[1;31mred\u001b[0m\u001b]0;title\u0007b', 'aredb'],
    ['[31m', '[31m'],
    ['«¿Año?» — 3 €', '«¿Año?» — 3 €'],
  ] as const)('%j', ([text, clean]) => {
    expect(cleanLine(text)).toBe(clean);
  });

  test('what is clean stays, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = cleanLine(text);
        expect(cleanLine(line)).toBe(line);
        expect(line).not.toMatch(/[\p{Cc}\p{Surrogate}]|\s\s/u);
      }),
      { seed: 2026, numRuns: 2000 },
    );
  });
});

test('a block loses what a terminal would obey', () => {
  expect(cleanBlock('<p>\u001b[31mred\u001b[0m</p>\n')).toBe('<p>red</p>\n');
});

test('a block keeps its lines', () => {
  expect(cleanBlock('a\n\tb\r\n\u0000c\uD800 cafe\u0301')).toBe('a\n\tb\r\nc café');
});

test.for([
  ['uno dos tres', 12, 'uno dos tres'],
  ['uno dos tres', 11, 'uno dos…'],
  ['uno, dos tres', 8, 'uno…'],
  ['unodostres', 5, 'unod…'],
] as const)('%j in %i', ([text, max, cut]) => {
  expect(cutAtWord(text, max)).toBe(cut);
  expect(cut.length).toBeLessThanOrEqual(max);
});
