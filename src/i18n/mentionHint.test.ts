import { expect, test } from 'vitest';
import type { Mention } from '../model/desk/mention.ts';
import { mentionHint } from './mentionHint.ts';
import { words } from './words.ts';

test.for([
  [{}, undefined, undefined],
  [
    { hint: 'negative', words: ['retraso', 'injusto'] },
    'Indicio de crítica, por «retraso» e «injusto». Conviene leer la frase.',
    'A hint of criticism, for “retraso” and “injusto”. Better read the sentence.',
  ],
  [
    { hint: 'negative', words: [] },
    'Indicio de crítica. Conviene leer la frase.',
    'A hint of criticism. Better read the sentence.',
  ],
  [
    { hint: 'positive', words: ['clear'] },
    'Indicio de elogio, por «clear». Conviene leer la frase.',
    'A hint of praise, for “clear”. Better read the sentence.',
  ],
  [
    { hint: 'positive' },
    'Indicio de elogio. Conviene leer la frase.',
    'A hint of praise. Better read the sentence.',
  ],
] satisfies [Pick<Mention, 'hint' | 'words'>, string?, string?][])(
  '%o: %s',
  ([mention, es, en]) => {
    expect(mentionHint(mention, words('es'))).toBe(es);
    expect(mentionHint(mention, words('en'))).toBe(en);
  },
);
