import { expect, test } from 'vitest';
import { commandWords } from './commandWords.ts';
import { ledgerReason } from './ledgerReason.ts';

test.for([
  ['deleted', 'archivo borrado', 'deleted'],
  ['pull request closed', 'propuesta de cambios cerrada', 'pull request closed'],
  ['no es para nosotros', 'no es para nosotros', 'no es para nosotros'],
] as const)('the reason %s is said as %s, and in English as %s', ([reason, es, en]) => {
  expect(ledgerReason(reason, commandWords('es'))).toBe(es);
  expect(ledgerReason(reason, commandWords('en'))).toBe(en);
});
