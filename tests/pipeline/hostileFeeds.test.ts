import { afterAll, describe, expect, test } from 'vitest';
import { openParser } from '../../src/harvest/parse/openParser.ts';
import type { ParsedFeed } from '../../src/harvest/parse/parsedFeed.ts';
import type { Instant } from '../../src/model/desk/time.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
// Far more than a document needs, even on a busy machine, and far less than a slow way to read it would take.
const { parse, close } = openParser({ workers: 1, deadline: 20_000 });
afterAll(close);

const rss = (inside: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title>${inside}</channel></rss>`;
const item = (inside: string) => rss(`<item><title>a</title>${inside}</item>`);
const body = (html: string) => item(`<content:encoded><![CDATA[${html}]]></content:encoded>`);
const described = (text: string) => item(`<description>${text}</description>`);
const atom = (inside: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title>${inside}</entry></feed>`;
const json = (items: string) =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"t","items":${items}}`;
const dtd = (entities: string) =>
  `<!DOCTYPE rss [${entities}]>${described('&j;').replace('<?xml version="1.0"?>', '')}`;
const laughs = Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY ${'abcdefghij'[n + 1]} "${`&${'abcdefghij'[n]};`.repeat(10)}">`,
);
const MB = 1_000_000;

/** What takes a careless reader down, and how many entries there are to see, or why there are none. */
const INPUTS: readonly (readonly [string, () => string, number | 'source/not-a-feed'])[] = [
  ['entities in entities', () => dtd(`<!ENTITY a "ha">${laughs.join('')}`), 1],
  [
    'a long entity, used often',
    () => `<!DOCTYPE rss [<!ENTITY j "${'x'.repeat(MB)}">]>${described('&j;'.repeat(200))}`,
    1,
  ],
  ['an entity in a file', () => dtd('<!ENTITY j SYSTEM "file:///etc/passwd">'), 1],
  ['an element named __proto__', () => item('<__proto__ a="b"><x/></__proto__>'), 1],
  [
    'an attribute named __proto__',
    () => item('<link __proto__="b" constructor="c">https://a.example/</link>'),
    1,
  ],
  [
    'a prefix named __proto__',
    () => item('<__proto__:title xmlns:__proto__="constructor">x</__proto__:title>'),
    1,
  ],
  [
    'JSON with __proto__',
    () => json('[{"id":"1","title":"a","__proto__":{"title":"b"},"constructor":{"prototype":{}}}]'),
    1,
  ],
  ['50,000 tags in an item', () => item(`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`), 1],
  [
    '200,000 tags that never end',
    () =>
      rss(`<item><title>a</title></item><item>${'<a>'.repeat(200_000)}`).replace(
        /<\/channel>.*/,
        '',
      ),
    1,
  ],
  [
    '50,000 tags in inline markup',
    () =>
      atom(
        `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${'<p>'.repeat(50_000)}x${'</p>'.repeat(50_000)}</div></content>`,
      ),
    1,
  ],
  [
    '100,000 pairs of tags of many names',
    () => item(Array.from({ length: 100_000 }, (_, n) => `<n${n}></m${n}>`).join('')),
    1,
  ],
  ['2 MB of <', () => body('<'.repeat(2 * MB)), 1],
  ['2 MB of < outside CDATA', () => item('<'.repeat(2 * MB)), 1],
  ['2 MB of </', () => item('</'.repeat(MB)), 1],
  ['1 MB of & in a body', () => body('&'.repeat(MB)), 1],
  ['1 MB of & outside CDATA', () => described('&'.repeat(MB)), 1],
  ['1 MB of &#x', () => described('&#x'.repeat(MB / 3)), 1],
  [
    '5 MB of CDATA that never ends',
    () =>
      rss(`<item><title>a</title></item><item><description><![CDATA[${'x'.repeat(5 * MB)}`).replace(
        /<\/channel>.*/,
        '',
      ),
    1,
  ],
  ['comments that never end', () => item('<!-- '.repeat(20_000)), 'source/not-a-feed'],
  ['tags that never end', () => item('<a '.repeat(50_000)), 1],
  ['<!DOCTYPE [ 20,000 times', () => `${'<!DOCTYPE ['.repeat(20_000)}>${item('')}`, 1],
  [
    '100,000 attributes',
    () => item(`<a ${Array.from({ length: 100_000 }, (_, n) => `a${n}="${n}"`).join(' ')}/>`),
    1,
  ],
  ['100,000 attributes of one name', () => item(`<link ${'href="x" '.repeat(100_000)}/>`), 1],
  [
    '1 MB of white space in a tag',
    () => item(`<link${' '.repeat(MB)}href="https://a.example/"/>`),
    1,
  ],
  ['1 MB of white space in a date', () => item(`<pubDate>${' '.repeat(MB)}2026</pubDate>`), 1],
  [
    '1 MB of white space in a title',
    () => rss(`<item><title>a${' \n'.repeat(MB / 2)}b</title></item>`),
    1,
  ],
  ['1 MB in a title', () => rss(`<item><title>${'a&lt;b '.repeat(MB / 7)}</title></item>`), 1],
  [
    'links that never end',
    () => atom(`<content type="html">${'&lt;a href='.repeat(50_000)}</content>`),
    1,
  ],
  ['links in a tag that never ends', () => body(`<a ${'href = '.repeat(100_000)}`), 1],
  ['quotes that never end', () => body('<a href="'.repeat(100_000)), 1],
  ['hidden elements that never end', () => body('<svg><style><script>'.repeat(50_000)), 1],
  ['hidden elements that end', () => body('<svg></svg>'.repeat(100_000)), 1],
  ['100,000 categories', () => item('<category>c</category>'.repeat(100_000)), 1],
  [
    'a long list of keywords',
    () => item(`<itunes:keywords>${'a,'.repeat(MB / 2)}</itunes:keywords>`),
    1,
  ],
  [
    '20,000 declarations inside each other',
    () => item(Array.from({ length: 20_000 }, (_, n) => `<a xmlns:n${n}="u">`).join('')),
    1,
  ],
  [
    '20,000 declarations, one after another',
    () => item(Array.from({ length: 20_000 }, (_, n) => `<n${n}:a xmlns:n${n}="u"/>`).join('')),
    1,
  ],
  ['media groups in media groups', () => item(`${'<media:group>'.repeat(100_000)}`), 1],
  [
    '500,000 media contents',
    () => item('<media:content url="a" medium="image"/>'.repeat(500_000)),
    1,
  ],
  [
    'white space in a child before 300,000 items',
    () =>
      item(
        `<enclosure>${`${' '.repeat(20)}<!---->`.repeat(50_000)}${' '.repeat(MB)}x${'<item/>'.repeat(300_000)}</enclosure>`,
      ),
    1,
  ],
  ['an author of 1 MB', () => item(`<author>${'a@'.repeat(MB / 2)}</author>`), 1],
  [
    'a base64 of 2 MB',
    () => atom(`<content type="image/png">${'iVBO'.repeat(MB / 2)}</content>`),
    1,
  ],
  [
    'NUL, controls and half characters',
    () => rss('<item><title>a\0\u0001&#0;&#xD800;&#x110000;&#xFFFE;\u202E</title></item>'),
    1,
  ],
  ['an attribute of 20 MB', () => item(`<link href="${'x'.repeat(20 * MB)}"/>`), 1],
  ['a DOCTYPE of 20 MB', () => `<!DOCTYPE ${'x'.repeat(20 * MB)}>${item('')}`, 1],
  ['a comment of 50 MB', () => item(`<!--${'x'.repeat(50 * MB)}-->`), 1],
  ['a text of 50 MB', () => described('x'.repeat(50 * MB)), 1],
  [
    '500,000 items',
    () => rss('<item><title>a</title><link>https://a.example/</link></item>'.repeat(500_000)),
    500_000,
  ],
  [
    'JSON 1,000,000 deep',
    () => json(`[{"id":"1","title":"a","x":${'['.repeat(MB)}${']'.repeat(MB)}}]`),
    1,
  ],
  ['JSON that never ends', () => json(`[{"id":"1","title":"${'\\"'.repeat(MB)}`), 0],
  ['JSON of open braces', () => '{"a":'.repeat(MB), 'source/not-a-feed'],
  ['6,000,000 lists in JSON', () => json(`[{"id":1,"x":[${'[],'.repeat(6 * MB)}[]]}]`), 1],
  ['6,000,000 items in JSON that are none', () => json(`[${'[],'.repeat(6 * MB)}{}]`), 1],
  ['20 MB of line ends', () => described('\r'.repeat(20 * MB)), 1],
  ['20 MB of NUL', () => described(`x${'\0'.repeat(20 * MB)}`), 1],
  ['10 MB of controls', () => described('\u0085'.repeat(10 * MB)), 1],
  [
    '20 MB of keywords',
    () => item(`<itunes:keywords>${'a,'.repeat(10 * MB)}</itunes:keywords>`),
    1,
  ],
  [
    '20 MB of base64 in pieces',
    () => atom(`<content type="image/png">${'a '.repeat(10 * MB)}</content>`),
    1,
  ],
  ['2,000,000 names', () => item(Array.from({ length: 2 * MB }, (_, n) => `<n${n}/>`).join('')), 1],
  ['20 MB of references', () => described('&amp;'.repeat(4 * MB)), 1],
  ['300,000 items in JSON', () => json(`[${'{"id":1},'.repeat(300_000)}{}]`), 300_001],
];

describe('a document made to hold a reader up ends before the deadline', () => {
  test.for(INPUTS)('%s', async ([, text, entries]) => {
    const bytes = Buffer.from(text());
    const ended: Partial<ParsedFeed> & { code?: string } = await parse(
      { bytes, contentType: '', url: 'https://water.example/feed' },
      { now },
    ).catch((error: unknown) => error as { code: string });
    expect(ended.code ?? ended.total).toBe(entries);
    for (const { title, html, text: seen } of ended.entries ?? []) {
      expect(title + seen).not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
      expect(html.length).toBeLessThanOrEqual(100_000);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('title');
  });
});
