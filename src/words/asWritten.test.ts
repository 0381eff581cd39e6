import { expect, test } from 'vitest';
import { asWritten } from './asWritten.ts';

test.for([
  ['autobús demanda', 'Un autobús a demanda, también en sábado.', 'autobús a demanda'],
  ['calidad aire', 'La Calidad del aire mejora', 'calidad del aire'],
  ['clean air', 'Clean air for towns', 'clean air'],
  ['agua', 'Agua y aire', 'agua'],
  ['agua aire', 'Agua. Un día de mucho más que aire', 'agua aire'],
  ['a(b c', 'a(b c', 'a(b c'],
] as const)('%s in "%s" is "%s"', ([term, text, shown]) => {
  expect(asWritten(term, text)).toBe(shown);
});

test('a long text costs no more than its length', () => {
  expect(asWritten('agua aire', `${'agua a '.repeat(200_000)}`)).toBe('agua aire');
});
