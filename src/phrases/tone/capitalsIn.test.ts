import { expect, test } from 'vitest';
import { capitalsIn } from './capitalsIn.ts';

test.for([
  ['AVISO A TODO EL VECINDARIO hoy', ['AVISO A TODO EL VECINDARIO']],
  ['Un AVISO IMPORTANTE hoy', []],
  ['Corte de AGUA, MAÑANA MARTES.', ['AGUA, MAÑANA MARTES']],
  ['La UE, la ONU y el PSIR', []],
  ['PP PSOE IU BNG', []],
  ['Un Aviso Muy Importante', []],
  ['', []],
] as const)('%j shouts %j', ([text, expected]) => {
  expect(capitalsIn(text, 3).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
