import { expect, test } from 'vitest';
import { chooseLanguage } from './chooseLanguage.ts';

test.for([
  // --lang, CRIBA_LANG, the desk's first, whether it is a sample
  ['es', 'en', 'en', false, 'es', false],
  ['en', 'es', 'es', true, 'en', false],
  [undefined, 'es', 'en', false, 'es', false],
  [undefined, 'es', 'en', true, 'es', false],
  [undefined, undefined, 'es', false, 'es', false],
  [undefined, undefined, 'en', false, 'en', false],
  [undefined, undefined, 'es', true, 'en', true],
  [undefined, undefined, 'en', true, 'en', true],
  [undefined, undefined, undefined, false, 'en', true],
  // What is no language counts as not said.
  [undefined, '', 'es', false, 'es', false],
  [undefined, 'fr', 'es', false, 'es', false],
  ['fr', 'es', 'en', false, 'es', false],
  [true, undefined, undefined, false, 'en', true],
] as const)(
  '--lang %s, CRIBA_LANG %s, desk in %s, sample %s: %s, Spanish offered %s',
  ([flag, variable, first, isSample, lang, offersSpanish]) => {
    const desk = { first, isSample };
    expect(chooseLanguage({ flag, variable, desk })).toEqual({ lang, offersSpanish });
  },
);
