import { describe, expect, test } from 'vitest';
import { toHtml } from '../markdown/toHtml.ts';
import { permitted, wordsAllowed } from './permission.ts';

const EXCERPT = { scope: 'excerpt', status: 'none' } as const;

test.for([
  ['link', 'none', 0],
  ['link', 'granted', 0],
  ['excerpt', 'none', 60],
  ['excerpt', 'asked', 60],
  ['excerpt', 'granted', 60],
  ['excerpt', 'refused', 0],
  ['full', 'none', 60],
  ['full', 'asked', 60],
  ['full', 'granted', Number.POSITIVE_INFINITY],
  ['full', 'refused', 0],
] as const)('scope %s, %s: %d words', ([scope, status, words]) => {
  expect(wordsAllowed({ scope, status }, 60)).toBe(words);
});

test('without a source we only link', () => {
  expect(wordsAllowed(undefined, 60)).toBe(0);
});

describe('a body', () => {
  test.for([
    ['no quotation: as it is', 'Ours.', 3, 'Ours.', 'none'],
    [
      'within what is allowed: as it is',
      'Ours.\n\n> one *two* three',
      3,
      'Ours.\n\n> one *two* three',
      'whole',
    ],
    [
      'too long: cut',
      '> one **two three** four\n\nOurs.',
      2,
      '> one two […]\n\nOurs.',
      'shortened',
    ],
    [
      'two quotations share what is allowed',
      '> one two\n\nOurs.\n\n> three four',
      3,
      '> one two\n\nOurs.\n\n> three […]',
      'shortened',
    ],
    [
      'what is beyond it goes',
      '> one two\n\n> three\n\nOurs.',
      2,
      '> one two\n\n\n\nOurs.',
      'shortened',
    ],
    ['nothing allowed', 'Ours.\n\n> one', 0, 'Ours.\n\n', 'leftOut'],
    ['in a list', '- a\n  > one two\n- b', 1, '- a\n  > one […]\n- b', 'shortened'],
    [
      'lines that only continue a quotation belong to it',
      '> one\ntwo\n\nOurs.',
      1,
      '> one […]\n\nOurs.',
      'shortened',
    ],
    ['one inside another counts once', '> one\n>\n> > two three', 2, '> one two […]', 'shortened'],
    [
      'letters beyond the basic plane do not shift the cut',
      '🎉 ñandú\n\n> one two\n\n🎉',
      1,
      '🎉 ñandú\n\n> one […]\n\n🎉',
      'shortened',
    ],
  ] as const)('%s', ([, markdown, words, body, quotation]) => {
    const permission = words === 0 ? { ...EXCERPT, status: 'refused' as const } : EXCERPT;
    expect(permitted(markdown, permission, words)).toEqual({ body, quotation });
  });

  test('what is cut stays text: it becomes neither markup nor a longer quotation', () => {
    const { body } = permitted('> <b>x</b> [a](https://a.example) \\# `c` five', EXCERPT, 4);
    expect(toHtml(body)).toBe(
      '<blockquote>\n<p>&lt;b&gt;x&lt;/b&gt; a # c […]</p>\n</blockquote>\n',
    );
  });

  test('a fence is no quotation', () => {
    const code = '```\n> one two three\n```';
    expect(permitted(code, EXCERPT, 1)).toEqual({ body: code, quotation: 'none' });
  });
});
