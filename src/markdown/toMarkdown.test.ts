import { existsSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { CORPORA } from '../../tests/support/corpora.ts';
import { cpuSeconds } from '../../tests/support/cpuSeconds.ts';
import { size } from '../../tests/support/size.ts';
import { excerpt, toMarkdown, wholeQuotation } from './toMarkdown.ts';

const base = 'https://water.example/news/rain';
const payloads = `${CORPORA}/hostile/xss-payloads.txt`;

describe('what a publisher writes', () => {
  test.for([
    ['<p>Hola <b>mundo</b></p>', 'Hola **mundo**\n'],
    [
      '<p><a href="../map?a=1&amp;b=2">mapa</a></p>',
      '[mapa](https://water.example/map?a=1\\&b=2)\n',
    ],
    ['<p><a href="javascript:alert(1)">pulsa</a></p>', 'pulsa\n'],
    ['<p><a href="mailto:a@b.example">escribe</a></p>', 'escribe\n'],
    ['<p><a href="https://u:p@b.example/x">x</a></p>', '[x](https://b.example/x)\n'],
    ['<p>a<img src="https://t.example/1.gif" alt="pixel">b</p>', 'ab\n'],
    ['<a href="https://b.example/"><img alt="Mapa" src="x"></a>', '[Mapa](https://b.example/)\n'],
    ['<a href="https://b.example/"><img src="x"></a>', ''],
    ['<p>text &lt;script&gt; text</p>', 'text \\<script> text\n'],
    [
      '<script>alert(1)</script><style>p{}</style><noscript>no</noscript><svg><text>s</text></svg><p>sí</p>',
      'sí\n',
    ],
    ['<p hidden>no</p><p style="display: none">no</p><p>sí</p>', 'sí\n'],
    ['<ul><li>uno<ul><li>dos</li></ul></li></ul>', '- uno\n  - dos\n'],
    ['<blockquote><p>dijo</p></blockquote>', '> dijo\n'],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>',
      '|a|b|\n|-|-|\n|1\\|2|3|\n',
    ],
    ['<table><tr><td><p>uno</p><p>dos</p></td></tr></table>', 'uno\n\ndos\n'],
    ['<pre><code class="language-js">a ``` b</code></pre>', '````js\na ``` b\n````\n'],
    ['<p>see www.b.example and a@b.example</p>', 'see www\\.b.example and a\\@b.example\n'],
    ['', ''],
  ] as const)('%s', ([html, markdown]) => {
    expect(toMarkdown(html, { base })).toBe(markdown);
  });
});

describe('input that is built to do harm ends quickly and keeps to the limits', () => {
  test.for([
    ['nested divs', '<div>'.repeat(5000)],
    ['nested formatting', '<b>'.repeat(60_000)],
    ['formatting across paragraphs', '<b><p>'.repeat(15_000)],
    ['nested quotations', '<blockquote>'.repeat(300)],
    [
      'a table of 2,000 by 2,000',
      `<table><tr>${'<td>a'.repeat(2000)}</tr>${'<tr><td>b</tr>'.repeat(2000)}</table>`,
    ],
    [
      'a cell that spans 100,000 columns',
      '<table><tr><td colspan=100000 rowspan=60000>a<td>b</table>',
    ],
    ['stars', 'a**b'.repeat(25_000)],
    ['brackets', '['.repeat(100_000)],
    ['open tags', '<a '.repeat(30_000)],
    ['open quotes', '<a href="'.repeat(10_000)],
    ['open comments', '<!-- '.repeat(20_000)],
    ['hidden elements without end', '<svg>'.repeat(20_000)],
  ] as const)('%s', ([, attack]) => {
    const work = () => {
      const markdown = toMarkdown(`${attack}palabra`, { base });
      expect(markdown.length).toBeLessThanOrEqual(100_000);
      expect(unsafeParts(markdown)).toEqual([]);
      expect(excerpt(`${attack}palabra`, 40).length).toBeLessThan(40_000);
    };
    expect(cpuSeconds(work)).toBeLessThan(10);
  });

  test('beyond the limit of depth the text is still there', () => {
    expect(toMarkdown(`${'<div>'.repeat(100)}agua *clara*`, { base })).toBe('agua \\*clara\\*\n');
  });
});

describe('excerpt', () => {
  test.for([
    ['<p>Uno dos</p><p>tres</p>', 60, '> Uno dos tres'],
    ['<p>Uno dos tres cuatro</p>', 2, '> Uno dos […]'],
    ['<p># Uno</p>', 60, '> \\# Uno'],
    ['1. uno _dos_ [a](b) &lt;b&gt;', 60, '> 1\\. uno \\_dos\\_ \\[a]\\(b) \\<b>'],
    ['<img src=x>', 60, ''],
    ['<p>Uno</p>', 0, ''],
    ['', 60, ''],
  ] as const)('%s in %i words', ([html, words, markdown]) => {
    expect(excerpt(html, words)).toBe(markdown);
  });
});

test('a whole quotation is all of the text as one blockquote, its lists and links kept', () => {
  const html = '<p>One <a href="/two">two</a>.</p><ul><li>three</li></ul>';
  expect(wholeQuotation(html, { base })).toBe(
    '> One [two](https://water.example/two).\n>\n> - three',
  );
  expect(wholeQuotation('<p> </p>', { base })).toBe('');
});

describe.skipIf(!existsSync(payloads))(
  `lines of ${payloads} (skipped where the corpora are not at hand)`,
  () => {
    // All of them take a while.
    const step = size({ small: 20, middle: 4, whole: 1 });
    const lines = existsSync(payloads)
      ? readFileSync(payloads, 'utf8')
          .split('\n')
          .filter((line, n) => line !== '' && n % step === 0)
      : [];

    test.for([
      ['as markup', (line: string) => line],
      ['as escaped text', (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;')],
    ] as const)('%s', ([, write]) => {
      const unsafe = lines.filter((line) => {
        const html = `<p>${write(line)}</p>`;
        return (
          unsafeParts(toMarkdown(html, { base })).length + unsafeParts(excerpt(html, 60)).length > 0
        );
      });
      expect(lines.length).toBeGreaterThan(6000 / step);
      expect(unsafe).toEqual([]);
    });
  },
);

/** HTML, images, and links that are not http, https or mailto, as a reader of Markdown would find them. */
function unsafeParts(markdown: string): string[] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference')
      found.push(node.type);
    if (
      (node.type === 'link' || node.type === 'definition') &&
      !/^(?:https?|mailto):/i.test(node.url)
    )
      found.push(node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}
