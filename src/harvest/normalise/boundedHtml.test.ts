import { describe, expect, test } from 'vitest';
import { boundedHtml } from './boundedHtml.ts';

const base = 'https://e.example/a/b';

describe('relative links of tags are made absolute', () => {
  test.for([
    ['<a href="/i">x</a>', '<a href="https://e.example/i">x</a>'],
    ["<a href='c'>x</a>", '<a href="https://e.example/a/c">x</a>'],
    ['<img src=i.png>', '<img src="https://e.example/a/i.png">'],
    ['<img alt="a > b" src="/i">', '<img alt="a > b" src="https://e.example/i">'],
    ['<img alt=""src="/i">', '<img alt=""src="https://e.example/i">'],
    ['<img/src="/i"/>', '<img/src="https://e.example/i"/>'],
    ['<A HREF = "/i" rel=x>x</A>', '<A HREF = "https://e.example/i" rel=x>x</A>'],
    ['<a href="/x?a=1&amp;b=2">x</a>', '<a href="https://e.example/x?a=1&amp;b=2">x</a>'],
    ['<a href="/i">x</a> AT&T', '<a href="https://e.example/i">x</a> AT&T'],
    ['1 < 2 <a href="/i">x</a>', '1 < 2 <a href="https://e.example/i">x</a>'],
  ] as const)('%s', ([html, kept]) => {
    expect(boundedHtml(html, { base, max: 1000 })).toBe(kept);
  });

  test.for([
    '<a href="https://a.example/">x</a>',
    '<a href="mailto:ana@a.example">x</a>',
    '<a href="">x</a>',
    '<a title="what href = means">x</a>',
    '<a data-href="/i">x</a>',
    'write src=y or <b>href="/i"</b>',
  ])('%s stays', (html) => {
    expect(boundedHtml(html, { base, max: 1000 })).toBe(html);
  });

  test('what stands in a value does not become an attribute', () => {
    expect(
      boundedHtml('<img alt="see src=y onerror=alert(1) z" src="/i.png">', { base, max: 1000 }),
    ).toBe('<img alt="see src=y onerror=alert(1) z" src="https://e.example/i.png">');
  });

  test('without a base they stay', () => {
    expect(boundedHtml('<a href="/i">x</a>', { max: 1000 })).toBe('<a href="/i">x</a>');
  });
});

describe('what is too long is cut where nothing is left half', () => {
  test.for([
    ['a bare <', '<p>si t < 5 grados, y luego más</p>', 26, '<p>si t < 5 grados, y lueg'],
    [
      'a tag with > in a value',
      '<p>a</p><a title="x > y" href="http://e/aaa">b</a>',
      30,
      '<p>a</p>',
    ],
    ['an entity', 'uno &amp; dos', 7, 'uno '],
    ['a character', 'uno 🌊', 5, 'uno '],
    [
      'a link that grows',
      '<a href="/1">1</a><a href="/2">2</a>',
      40,
      '<a href="https://e.example/1">1</a>',
    ],
    [
      'a hidden element',
      `<style>${'p{}'.repeat(99)}</style><p>uno dos</p>`,
      12,
      '<p>uno dos'.padEnd(10),
    ],
    ['a comment', `<!--${'x'.repeat(99)}--><p>uno</p>`, 20, '<p>uno</p>'],
    [
      'a picture in a value',
      `<p>uno <img alt="x" src="data:${'x'.repeat(9999)}"> dos</p>`,
      60,
      '<p>uno <img alt="x"> dos</p>',
    ],
    ['a thousand attributes', `<p ${'a=b '.repeat(2000)}>uno</p>`, 60, 'uno</p>'],
    ['a tag that never ends', `<p>uno</p><a href="${'x'.repeat(99)}`, 60, '<p>uno</p>'],
  ] as const)('%s', ([, html, max, kept]) => {
    const cut = boundedHtml(html, { base, max });
    expect(cut).toBe(kept);
    expect(cut.length).toBeLessThanOrEqual(max);
  });
});
