import { describe, expect, test } from 'vitest';
import { cpuSeconds } from '../../tests/support/cpuSeconds.ts';
import { textBlocks, visibleText } from './visibleText.ts';

describe('what a reader sees of HTML', () => {
  test.for([
    ['<p>Hola <b>mun</b>do</p><p>Adiós</p>', 'Hola mundo Adiós'],
    ['a &amp; b &lt;b&gt; &ntilde; &#8217; &nbsp; c', 'a & b <b> ñ ’ c'],
    ['a<script>alert("<p>")</script>b<STYLE>p{}</STYLE>c', 'abc'.split('').join(' ')],
    ['a<script>never closed', 'a'],
    ['a<svg>never closed', 'a never closed'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['a<!-- <b>hidden</b> -->b', 'ab'],
    ['a<!-- never closed', 'a'],
    ['<a title="1 > 0" href=x>link</a>', 'link'],
    ['<a href="never closed>link</a> text', 'link text'],
    ['text <a href', 'text'],
    ['a<br>b<img src=x alt="no">c', 'a bc'],
    ['<td>1</td><td>2</td>', '1 2'],
    ['\u0000a\u200Bb\u202Ec\uD800', 'abc'],
    ['cafe\u0301', 'café'],
    ['<![CDATA[text]]>', 'text]]>'],
  ] as const)('%j', ([html, text]) => {
    expect(visibleText(html)).toBe(text);
  });

  test('blocks are lines', () => {
    expect(textBlocks('<h1>Uno</h1>dos<ul><li>tres</li><li></li></ul>')).toEqual([
      'Uno',
      'dos',
      'tres',
    ]);
  });

  test('no more than was asked for', () => {
    expect(visibleText('palabra '.repeat(10_000), 20)).toBe('palabra palabra pala');
  });
});

// In a way that is not linear each of them takes minutes.
test.for([
  ['<', 3_000_000, 3_000_000],
  ['<a ', 3_000_000, 0],
  ['<a href="', 1_000_000, 0],
  ['<a x=\'"', 1_000_000, 0],
  ['<a x=\'">', 1_000_000, 0],
  ['<a b>', 2_000_000, 0],
  ['<!--', 2_000_000, 0],
  ['<!---->', 1_000_000, 0],
  ['<svg>', 2_000_000, 0],
  ['<script>', 1_000_000, 0],
  ['&', 3_000_000, 3_000_000],
  ['&#x', 1_000_000, 3_000_000],
  [' ', 3_000_000, 0],
] as const)('%j by the million is read in linear time', ([piece, times, left]) => {
  const read = () => expect(visibleText(piece.repeat(times)).length).toBe(left);
  expect(cpuSeconds(read)).toBeLessThan(10);
});

test.for([
  ['that ends', '>agua', 'agua'],
  ['that never ends', '', ''],
] as const)('a tag of 2,000,000 attributes %s is read in linear time', ([, end, text]) => {
  const read = () => expect(visibleText(`<a ${'x="" '.repeat(2_000_000)}${end}`)).toBe(text);
  expect(cpuSeconds(read)).toBeLessThan(10);
});
