import { existsSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { CORPORA } from '../../tests/support/corpora.ts';
import { size } from '../../tests/support/size.ts';
import { cleanLine } from '../text/clean.ts';
import { escapeMarkdown, linkTarget } from './escapeMarkdown.ts';
import { toHtml } from './toHtml.ts';

describe('a line of text', () => {
  test.for([
    ['Lluvia en Almoraya: 3,5 l/m² (récord)', 'Lluvia en Almoraya: 3,5 l/m² (récord)'],
    ['a\n b\t\tc', 'a b c'],
    ['**b** _i_ `c`', '&#42;&#42;b&#42;&#42; &#95;i&#95; &#96;c&#96;'],
    ['<b>x</b> &amp;', '&#60;b&#62;x&#60;/b&#62; &#38;amp;'],
    ['a | b \\| c', 'a &#124; b &#92;&#124; c'],
    ['[x] ![y](z)', '&#91;x&#93; !&#91;y&#93;(z)'],
    ['# one', '&#35; one'],
    ['- one - two', '&#45; one - two'],
    ['12. one 3. two', '12&#46; one 3. two'],
    ['12.5 grados', '12.5 grados'],
    ['ask @ana or a@b.example', 'ask @&#8203;ana or a@&#8203;b.example'],
    ['fixes #12, !7 and GH-3', 'fixes #&#8203;12, !&#8203;7 and GH-&#8203;3'],
    [
      'see https://b.example or www.b.example',
      'see https:&#8203;//b.example or www&#8203;.b.example',
    ],
    ['commit 0a1b2c3d', 'commit 0a1b2c&#8203;3d'],
    [':tada: 10:30', ':&#8203;tada: 10:30'],
    ['abc\u202Edef\u200B', 'abcdef'],
    ['$x$', '&#36;x&#36;'],
  ] as const)('%j', ([text, markdown]) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });
});

test.for([
  ['https://b.example/a_(b)?q=[1]&copy;=2', '<https://b.example/a_(b)?q=[1]&#38;copy;=2>'],
  ['https://b.example/?a=1|2`3\\4', '<https://b.example/?a=1%7C2%603%5C4>'],
  ['http://[2001:db8::1]/x y', '<http://[2001:db8::1]/x%20y>'],
] as const)('the target %s is an address in angle brackets', ([url, target]) => {
  expect(linkTarget(url)).toBe(target);
  const [link] = inlineOf(`[a](${target})`);
  expect(link?.type === 'link' && new URL(link.url).href).toBe(
    new URL(url).href.replace('|', '%7C').replace('`', '%60').replace('\\', '%5C'),
  );
});

const files = [`${CORPORA}/hostile/xss-payloads.txt`, `${CORPORA}/hostile/naughty-strings.json`];
describe.skipIf(!files.every(existsSync))(
  `hostile strings (skipped where ${CORPORA} is not at hand)`,
  () => {
    // All of them take a while.
    const step = size({ small: 20, middle: 4, whole: 1 });
    const strings = files
      .filter((file) => existsSync(file))
      .flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        return file.endsWith('.json') ? (JSON.parse(text) as string[]) : text.split('\n');
      })
      .filter((text, n) => cleanLine(text) !== '' && n % step === 0);

    test('are text and nothing else, alone, in a cell, in a link and in raw HTML', () => {
      expect(strings.length).toBeGreaterThan(6_000 / step);
      for (const text of strings) {
        const written = escapeMarkdown(text);
        const line = cleanLine(text);
        const paragraph = inlineOf(written);
        expect(
          paragraph.map(({ type }) => type),
          text,
        ).toEqual(['text']);
        expect(plain(textOf(paragraph)), text).toBe(line);
        const [link, ...rest] = inlineOf(`[${written}](<https://b.example/>)`);
        expect([link?.type, rest], text).toEqual(['link', []]);
        expect(plain(textOf(link ? [link] : [])), text).toBe(line);
        const table = parser.parse(`| a | b |\n|--|--|\n| ${written} | end |`).children[0];
        const cells = table?.type === 'table' ? (table.children[1]?.children ?? []) : [];
        expect(
          cells.map(({ children }) => plain(textOf(children))),
          text,
        ).toEqual([line, 'end']);
        expect(written, text).not.toMatch(/[<>`\\|*]/);
      }
    });

    test('make no element and no mention in the HTML that a reader gets', () => {
      for (const text of strings) {
        const html = toHtml(escapeMarkdown(text));
        expect(html.replace(/^<p>|<\/p>\s*$/g, ''), text).not.toMatch(/[<>]/);
        expect(html, text).not.toMatch(/@\w|(?<!&)#\d|:\/\//);
      }
    });
  },
);

const parser = unified().use(remarkParse).use(remarkGfm);

/** What stands in the one paragraph of a text; nothing where it is no paragraph. */
function inlineOf(markdown: string): Nodes[] {
  const { children } = parser.parse(markdown);
  const [first] = children;
  return children.length === 1 && first?.type === 'paragraph' ? first.children : [];
}

function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => ('children' in node ? textOf(node.children) : 'value' in node ? node.value : ''))
    .join('');
}

function plain(text: string): string {
  return text.replaceAll('\u200B', '').trim();
}
