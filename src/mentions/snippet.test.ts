import { expect, test } from 'vitest';
import { snippetSpan, snippetText } from './snippet.ts';

/** A sentence with the name `NOMBRE` in it, as it is shown. */
function show(text: string) {
  const sentence = { start: 0, end: text.length };
  const start = text.indexOf('NOMBRE');
  return snippetText(text, sentence, snippetSpan(text, sentence, { start, end: start + 6 }));
}
const words = (count: number) => 'palabra '.repeat(count);

test.for([
  ['a short one whole', ' El NOMBRE abre. ', /^El NOMBRE abre\.$/],
  ['both ends cut', `${words(40)}NOMBRE ${words(40)}fin.`, /^…palabra .* NOMBRE .* palabra…$/],
  ['the end cut', `El NOMBRE ${words(60)}fin.`, /^El NOMBRE (palabra )+palabra…$/],
  ['the beginning cut', `Hoy ${words(60)}NOMBRE abre.`, /^…(palabra )+NOMBRE abre\.$/],
  ['one word without end', `NOMBRE${'x'.repeat(400)}`, /^NOMBRE…$/],
] as const)('a sentence is shown with %s', ([, text, expected]) => {
  expect(show(text)).toMatch(expected);
  expect(show(text).length).toBeLessThanOrEqual(242);
});

test('room that one side has no use for goes to the other', () => {
  expect(show(`El NOMBRE ${words(60)}fin.`).length).toBeGreaterThan(220);
});
