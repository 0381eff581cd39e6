import { expect, test } from 'vitest';
import { withoutSequences } from './withoutSequences.ts';

test.for([
  ['a colour', '\u001b[1;31mred\u001b[0m ink', 'red ink'],
  ['a colour by its one character', '\u009b31mred', 'red'],
  ['a title that ends with a bell', 'a\u001b]0;evil\u0007b', 'ab'],
  [
    'a link that ends with an escape',
    '\u001b]8;;https://a.example\u001b\\text\u001b]8;;\u001b\\',
    'text',
  ],
  ['a charset', 'a\u001b(Bb', 'ab'],
  ['one that is cut off', 'a\u001b[31', 'a'],
  ['the escape of a string that nobody ends', 'a\u001b]]> and much more', 'a]]> and much more'],
  ['a text without any', '[31m is what people write', '[31m is what people write'],
] as const)('%s goes', ([, text, left]) => {
  expect(withoutSequences(text)).toBe(left);
});
