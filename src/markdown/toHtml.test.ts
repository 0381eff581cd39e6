import { existsSync, readFileSync } from 'node:fs';
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { CORPORA } from '../../tests/support/corpora.ts';
import { size } from '../../tests/support/size.ts';
import { toHtml } from './toHtml.ts';

test.for([
  ['a paragraph', 'Uno *dos* **tres**', '<p>Uno <em>dos</em> <strong>tres</strong></p>'],
  [
    'a link',
    '[a](https://a.example/?x=1&y=2)',
    '<p><a href="https://a.example/?x=1&amp;y=2" rel="noopener">a</a></p>',
  ],
  [
    'an address for mail',
    '[a](mailto:a@b.example)',
    '<p><a href="mailto:a@b.example" rel="noopener">a</a></p>',
  ],
  ['the page has the first heading', '# Uno', '<h2>Uno</h2>'],
  ['raw HTML is text', 'a <b onclick="x">b</b>', '<p>a &lt;b onclick="x"&gt;b&lt;/b&gt;</p>'],
  ['a block of raw HTML is text', '<script>x</script>', '<p>&lt;script&gt;x&lt;/script&gt;</p>'],
  ['no image is loaded', '![foto](https://a.example/f.png)', '<p>foto</p>'],
  ['a link that could run leaves its words', '[*a*](javascript:x)', '<p><em>a</em></p>'],
  ['so does one with an image in it', '[![a](https://a.example/f.png)](javascript:x)', '<p>a</p>'],
  ['so does a reference', '[a][b]\n\n[b]: data:text/html,x', '<p>a</p>'],
  ['an address within the site is words: it means another place in a feed', '[a](/b)', '<p>a</p>'],
  [
    'a task is a sign',
    '- [x] a',
    '<ul class="contains-task-list">\n<li class="task-list-item">☑ a</li>\n</ul>',
  ],
  [
    'a column’s alignment is no style',
    '|a|\n|:-:|\n|b|',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
  ],
  ['a header’s line is a line', '---\na: 1\n---\n', '<hr>\n<h2>a: 1</h2>'],
] as const)('%s', ([, markdown, html]) => {
  expect(toHtml(markdown).trim()).toBe(html);
});

test('headings begin where the page has got to, and end at the sixth', () => {
  const html = toHtml('# A *b*\n\n## C\n\n### D\n\n#### E', { level: 5 });
  expect(html.match(/<h\d>/g)).toEqual(['<h5>', '<h5>', '<h6>', '<h6>']);
  expect(html).toContain('<h5>A <em>b</em></h5>');
});

describe('a quotation', () => {
  const attribution = { label: 'Cita de', title: 'El <b>', url: 'https://a.example/?a&b' };
  const said = (markdown: string) =>
    toHtml(markdown, { attribution }).match(/<figcaption>.*?<\/figcaption>/g);

  test('says whose words it is, with a link to them', () => {
    expect(said('> a')).toEqual([
      '<figcaption>Cita de <a href="https://a.example/?a&amp;b" rel="noopener">El &lt;b&gt;</a></figcaption>',
    ]);
  });
  test('says so each time, in lists too, and once for one inside another', () => {
    expect(said('> a\n\nb\n\n> c\n> > d\n\n- e\n  > f')).toHaveLength(3);
  });
  test('is in the source’s language, the words under it in the page’s', () => {
    const html = toHtml('Nota\n\n> a', { attribution: { ...attribution, lang: 'fr' } });
    expect(html).toContain('<p>Nota</p>');
    expect(html).toMatch(/<blockquote dir="auto" lang="fr">/);
    expect(html.indexOf('lang="fr"')).toBeGreaterThan(html.indexOf('<figure'));
    expect(html).not.toMatch(/<fig(?:ure|caption)[^>]* lang/);
  });
  test('links nowhere that could run', () => {
    expect(toHtml('> a', { attribution: { ...attribution, url: 'javascript:x' } })).not.toContain(
      'href',
    );
  });
});

/** Hostile Markdown of our own, for where the corpus is not at hand. */
const OWN = [
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](java&#x73;cript:alert(1))',
  '[x](  JaVaScRiPt:alert(1))',
  '[x](<javascript:alert(1)>)',
  '<javascript:alert(1)>',
  '![x](x"onerror="alert(1))',
  '[x](https://a.example "\\"onmouseover=alert(1) x=\\"")',
  '```js" onclick="alert(1)\nx\n```',
  '[x]: javascript:alert(1)\n\n[x]',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<details open ontoggle=alert(1)>',
  '> <iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
  '| <script>alert(1)</script> |\n|-|\n| [x](vbscript:x) |',
  '# <base href=//a.example>',
  '- <form action=javascript:alert(1)><button>x',
  'a\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
];
const CORPUS = `${CORPORA}/hostile/xss-payloads.txt`;
const STEP = size({ small: 10, middle: 1, whole: 1 });
const payloads = existsSync(CORPUS)
  ? readFileSync(CORPUS, 'utf8')
      .split('\n')
      .filter((_, n) => n % STEP === 0)
  : [];

const HARMLESS = new Set(
  'p a em strong del code pre blockquote ul ol li h2 h3 h4 h5 h6 hr br table thead tbody tr th td figure figcaption'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['href', 'rel', 'title', 'className', 'start']);
const parser = unified().use(rehypeParse, { fragment: true });

/** What in a piece of HTML could run, load or send something, as a browser would parse it. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
    if (node.type === 'element') {
      if (!HARMLESS.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const [name, value] of Object.entries(node.properties)) {
        if (!ATTRIBUTES.has(name)) found.push(`${node.tagName}[${name}]`);
        if (name === 'href' && !/^(?:https?|mailto):/i.test(String(value)))
          found.push(String(value));
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parser.parse(html));
  return found;
}

describe('nothing that can run comes through', () => {
  test.for(OWN)('%j', (payload) => {
    expect(dangers(toHtml(payload))).toEqual([]);
  });

  test.skipIf(payloads.length === 0).for([
    ['text', (payload: string) => payload],
    ['a link', (payload: string) => `[x](${payload})`],
    ['a quotation', (payload: string) => `> ${payload}`],
    ['a list', (payload: string) => `- a ${payload}\n\n      ${payload}`],
  ] as const)('of the corpus, as %s', ([, form]) => {
    // Parsed many at a time: what leaves one open to swallow the next is itself a danger that is seen.
    for (let first = 0; first < payloads.length; first += 100) {
      const lines = payloads.slice(first, first + 100);
      const html = lines.map((payload) => toHtml(form(payload))).join('');
      expect(dangers(html), `lines from ${first * STEP + 1}`).toEqual([]);
    }
  });
});
