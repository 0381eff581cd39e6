import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactPieces } from './exactText.ts';

test.for([
  ['a &amp; b', 'a & b', ['a 0-2', '& 2-7', ' b 7-9']],
  ['&iexcl;hola!', '¡hola!', ['¡ 0-7', 'hola! 7-12']],
  ['a \\* b', 'a * b', ['a 0-2', '* b 3-6']],
  ['uno  \n   dos', 'uno\ndos', ['uno 0-3', '\n 5-6', 'dos 9-12']],
  ['AT&T; x', 'AT&T; x', ['AT&T; x 0-7']],
  ['&#65;b', 'Ab', ['A 0-5', 'b 5-6']],
] as const)('%j, which says %j, is in pieces %j', ([written, value, pieces]) => {
  const pieceTexts = exactPieces(written, value).map(
    ({ value: text, start, end }) => `${text.trim() || text} ${start}-${end}`,
  );
  expect(pieceTexts.map((each) => each.replace(/^ /, ''))).toEqual(
    pieces.map((each) => each.replace(/^ /, '')),
  );
});

test('the pieces are the text, in the order of the source', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (written, value) => {
      const pieces = exactPieces(written, value);
      expect(pieces.map((piece) => piece.value).join('')).toBe(value);
      for (const [index, piece] of pieces.entries()) {
        expect(piece.start).toBeGreaterThanOrEqual(pieces[index - 1]?.end ?? 0);
      }
    }),
  );
});
