import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayHold } from './mayHold.ts';
import { readNodes } from './readNodes.ts';
import { textTokens } from './textTokens.ts';

test.for([
  ['un BONO joven', 'bono', true],
  ['un bono joven', 'joven bono', true],
  ['un bono', 'bono joven', false],
  ['un bono', 'bono [joven]', true],
  ['un bono', '(vale|bono)', true],
  ['un bono', '(vale|talón)', false],
  ['un bono', 'bono ?', false],
  ['¿un bono?', 'bono ?', true],
  ['un bono', 'bono ... # | nada', true],
  ['El camio\u0301n', 'camión', true],
  ['siner\u00ADgia', 'sinergia', true],
  ['los \uFB01nes', 'fines', true],
  ['un año', 'ano', false],
  ['«ΟΔΟΣ»', 'οδος', true],
] as const)('%s may hold %s: %s', ([text, phrase, expected]) => {
  expect(mayHold(text, readNodes(phrase))).toBe(expected);
});

test('every word that is read in a text may stand there', () => {
  const letters = 'aeñÑÁé\u0301\u00AD\uFB01ΣΑσİßk1.:, \n'.split('');
  const unit = fc.oneof(fc.constantFrom(...letters), fc.string({ unit: 'grapheme', maxLength: 1 }));
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      for (const { value, isWord } of textTokens(text).tokens) {
        const word = { type: 'word' as const, forms: [{ text: value, open: false }] };
        if (isWord) expect(mayHold(text, [[word]]), JSON.stringify([text, value])).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
