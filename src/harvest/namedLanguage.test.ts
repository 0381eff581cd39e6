import { expect, test } from 'vitest';
import { namedLanguage } from './namedLanguage.ts';

test.for([
  ['es', 'es'],
  ['es-ES', 'es'],
  ['es_MX', 'es'],
  ['spa', 'es'],
  ['gl', 'gl'],
  ['und', undefined],
  ['zxx', undefined],
  ['mul', undefined],
  ['xx', undefined],
  ['qqq', undefined],
  ['unknown', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)('%s is %s', ([declared, language]) => {
  expect(namedLanguage(declared)).toBe(language);
});
