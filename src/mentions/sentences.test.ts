import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

test.for([
  ['Llueve. Hace frío.', ['Llueve. ', 'Hace frío.']],
  ['¿Abre? Sí.', ['¿Abre? ', 'Sí.']],
  ['La Sra. Ruiz abre. Adiós.', ['La Sra. Ruiz abre. ', 'Adiós.']],
  ['Lo dice el art. 5. Adiós.', ['Lo dice el art. 5. ', 'Adiós.']],
  ['Va a EE. UU. mañana. Adiós.', ['Va a EE. UU. mañana. ', 'Adiós.']],
  ['Cuesta 3.5 € hoy. Adiós.', ['Cuesta 3.5 € hoy. ', 'Adiós.']],
  ['Mr. Reed opens it. Bye.', ['Mr. Reed opens it. ', 'Bye.']],
  ['', []],
] as const)('%j', ([text, sentences]) => {
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});
