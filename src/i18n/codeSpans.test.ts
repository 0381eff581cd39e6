import { expect, test } from 'vitest';
import { codeSpans } from './codeSpans.ts';

const shown = (sentence: string) =>
  codeSpans(sentence)
    .map(({ text, isCode }) => (isCode ? `<${text}>` : text))
    .join('|');

test.for([
  ['`state` es "tru"; quizá `trial`.', '<state>| es "tru"; quizá |<trial>|.'],
  ['Sin claves.', 'Sin claves.'],
  ['La primera línea no es `---`.', 'La primera línea no es |<--->|.'],
  ['Un ` suelto.', 'Un ` suelto.'],
  ['', ''],
] as const)('%j is %s', ([sentence, expected]) => {
  expect(shown(sentence)).toBe(expected);
});
