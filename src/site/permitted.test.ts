import { describe, expect, test } from 'vitest';
import { toHtml } from '../markdown/toHtml.ts';
import { permitted } from './permitted.ts';

const EXCERPT = { scope: 'excerpt', status: 'none' } as const;

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
      '> one two […]\n>\n\nOurs.',
      'shortened',
    ],
    [
      'two quotations share what is allowed',
      '> one two\n\nOurs.\n\n> three four',
      3,
      '> one two\n>\n\nOurs.\n\n> three […]\n>',
      'shortened',
    ],
    [
      'what is beyond it goes',
      '> one two\n\n> three\n\nOurs.',
      2,
      '> one two\n>\n\n>\n\nOurs.',
      'shortened',
    ],
    ['nothing allowed', 'Ours.\n\n> one', 0, 'Ours.\n\n>', 'leftOut'],
    ['in a list', '- a\n  > one two\n- b', 1, '- a\n  > one […]\n  >\n- b', 'shortened'],
    [
      'lines that only continue a quotation belong to it',
      '> one\ntwo\n\nOurs.',
      1,
      '> one […]\n>\n\nOurs.',
      'shortened',
    ],
    [
      'one inside another counts once',
      '> one\n>\n> > two three',
      2,
      '> one two […]\n>',
      'shortened',
    ],
    [
      'letters beyond the basic plane do not shift the cut',
      '🎉 ñandú\n\n> one two\n\n🎉',
      1,
      '🎉 ñandú\n\n> one […]\n>\n\n🎉',
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

  test.for([
    [
      'cut',
      '> one two\n>\n> [law]: https://law.example "Title of theirs"\n\nThe [law] says so.',
      1,
    ],
    ['left out', 'The [law] says so.\n\n> one\n>\n> [law]: https://law.example', 0],
  ] as const)(
    'a link that is defined in a quotation still leads there once that is %s',
    ([, markdown, words]) => {
      const permission = words === 0 ? { ...EXCERPT, status: 'refused' as const } : EXCERPT;
      const { body } = permitted(markdown, permission, words);
      expect(toHtml(body)).toContain('<a href="https://law.example" rel="noopener">law</a>');
      expect(body).not.toMatch(/two|theirs/);
    },
  );

  test('of two definitions of one name the first still counts', () => {
    const markdown =
      '[a] [a]: x\n\n[a]: https://first.example\n\n> one two\n>\n> [a]: https://second.example';
    expect(toHtml(permitted(markdown, EXCERPT, 1).body)).toContain('href="https://first.example"');
  });

  test('a fence is no quotation', () => {
    const code = '```\n> one two three\n```';
    expect(permitted(code, EXCERPT, 1)).toEqual({ body: code, quotation: 'none' });
  });
});
