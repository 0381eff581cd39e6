import { expect, test } from 'vitest';
import { ownWords } from './ownWords.ts';

test.for([
  ['plain', 'Una frase.\n\nY otra.', 'Una frase. Y otra.'],
  [
    'links and emphasis leave their words',
    'Lee **esto** y [aquello](https://x.example).',
    'Lee esto y aquello.',
  ],
  ['a quotation is not ours', 'Antes.\n\n> Suyo.\n\nDespués.', 'Antes. Después.'],
  ['a quotation in a list is not ours either', '- uno\n  > suyo\n- dos', 'uno dos'],
  ['raw HTML says nothing', 'a <b>b</b>\n\n<script>x</script>', 'a b'],
  ['an image says nothing', '![foto](https://x.example/f.png)', ''],
  ['line ends are spaces', 'uno\ndos\\\ntres', 'uno dos tres'],
  ['nothing', '', ''],
] as const)('%s', ([, markdown, words]) => {
  expect(ownWords(markdown)).toBe(words);
});
