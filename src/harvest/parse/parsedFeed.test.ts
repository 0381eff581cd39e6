import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import type { Draft } from '../normalise/draft.ts';
import { parseDocument } from './parsedFeed.ts';

const now = '2026-11-21T12:00:00Z' as Instant;

function parse(text: string, url: string | undefined = 'https://water.example/feeds/all') {
  return parseDocument({ bytes: Buffer.from(text), contentType: '', url }, { now });
}

async function first(text: string, url?: string): Promise<Draft | undefined> {
  return (await parse(text, url)).entries[0];
}

const rss = (item: string, attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/" ${attributes}><channel><title>Agua</title><link>https://water.example/</link><language>es</language>${item}</channel></rss>`;
const atom = (entry: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Agua</title><author><name>Redacción</name></author>${entry}</feed>`;
const json = (item: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Agua', items: [item] });

describe('a whole entry', () => {
  test('of RSS 2.0', async () => {
    const { format, language, entries } = await parse(
      rss(`<item><title>Lluvia</title><link>https://water.example/rain?a=1&amp;b=2</link><guid isPermaLink="false">7</guid>
        <pubDate>Fri, 20 Nov 2026 09:00:00 +0100</pubDate><author>ana@water.example (Ana)</author><category>clima</category>
        <category>agua</category><comments>https://water.example/rain#comments</comments><description>Resumen</description>
        <content:encoded><![CDATA[<p>Texto <b>entero</b></p>]]></content:encoded><media:thumbnail url="https://water.example/rain.jpg"/></item>`),
    );
    expect({ format, language }).toEqual({ format: 'rss', language: 'es' });
    expect(entries).toEqual([
      {
        title: 'Lluvia',
        url: 'https://water.example/rain?a=1&b=2',
        guid: '7',
        author: 'Ana',
        published: '2026-11-20T08:00:00Z',
        updated: undefined,
        html: '<p>Texto <b>entero</b></p>',
        text: 'Texto entero',
        image: 'https://water.example/rain.jpg',
        comments: 'https://water.example/rain#comments',
        license: undefined,
        categories: ['clima', 'agua'],
        language: 'es',
      },
    ]);
  });

  test('of Atom', async () => {
    expect(
      await first(
        atom(`<entry xml:lang="en"><title type="html">Rain &amp;amp; &lt;i&gt;wind&lt;/i&gt;</title><id>tag:water.example,2026:1</id>
          <link rel="self" href="https://water.example/self"/><link rel="alternate" type="application/pdf" href="/rain.pdf"/>
          <link href="/rain"/><link rel="replies" href="/rain/replies"/><updated>2026-11-20T10:00:00Z</updated>
          <published>2026-11-20T09:00:00Z</published><category term="c1" label="Climate"/>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <em>rains</em>.</p></div></content></entry>`),
      ),
    ).toEqual({
      title: 'Rain & wind',
      url: 'https://water.example/rain',
      guid: 'tag:water.example,2026:1',
      author: 'Redacción',
      published: '2026-11-20T09:00:00Z',
      updated: '2026-11-20T10:00:00Z',
      html: '<p>It <em>rains</em>.</p>',
      text: 'It rains.',
      image: undefined,
      comments: 'https://water.example/rain/replies',
      license: undefined,
      categories: ['Climate'],
      language: 'en',
    });
  });

  test('of RDF, outside the channel', async () => {
    const { format, language, entries } =
      await parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://water.example/"><title>Agua</title><link>https://water.example/</link><dc:language>es</dc:language></channel>
      <item rdf:about="https://water.example/rain"><title>Lluvia</title><link>https://water.example/rain</link><dc:creator>Ana</dc:creator><dc:date>2026-11-20</dc:date><dc:subject>clima</dc:subject><description>Resumen</description></item></rdf:RDF>`);
    expect({ format, language }).toEqual({ format: 'rdf', language: 'es' });
    expect(entries[0]).toMatchObject({
      title: 'Lluvia',
      url: 'https://water.example/rain',
      author: 'Ana',
      published: '2026-11-20T00:00:00Z',
      text: 'Resumen',
      categories: ['clima'],
    });
  });

  test('of JSON Feed', async () => {
    expect(
      await first(
        json({
          id: 7,
          url: 'https://water.example/rain',
          title: 'Lluvia',
          content_html: '<p>Texto</p>',
          date_published: '2026-11-20T09:00:00+01:00',
          authors: [{ name: 'Ana' }],
          tags: ['clima'],
          image: 'https://water.example/i.png',
          language: 'es',
        }),
      ),
    ).toMatchObject({
      title: 'Lluvia',
      url: 'https://water.example/rain',
      author: 'Ana',
      published: '2026-11-20T08:00:00Z',
      text: 'Texto',
      categories: ['clima'],
      image: 'https://water.example/i.png',
      language: 'es',
    });
  });
});

describe('the title', () => {
  test.for([
    ['a bare ampersand', '<title>Agua & luz</title>', 'Agua & luz'],
    ['escaped once', '<title>Agua &amp; luz</title>', 'Agua & luz'],
    ['escaped twice', '<title>Agua &amp;amp; luz &amp;#8217;26</title>', 'Agua & luz ’26'],
    ['HTML in CDATA', '<title><![CDATA[<b>Agua</b> &amp; luz]]></title>', 'Agua & luz'],
    [
      'tags that are the subject',
      '<title>use &lt;b&gt; in a &lt;T&gt; generic</title>',
      'use <b> in a <T> generic',
    ],
    [
      'an unknown tag beside a known one',
      '<title>&lt;i&gt;List&lt;T&gt;&lt;/i&gt;</title>',
      'List<T>',
    ],
    ['an entity that XML does not know', '<title>Agua&nbsp;&ntilde;</title>', 'Agua ñ'],
    ['line ends', '<title>Agua\n   y\tluz </title>', 'Agua y luz'],
    ['control characters', '<title>Ag&#x1;ua \u000by \0luz\u202e</title>', 'Agua y luz'],
    ['of Media RSS, not before its own', '<media:title>No</media:title><title>Sí</title>', 'Sí'],
    [
      'from the body',
      '<description>&lt;p&gt;Hoy llueve mucho. Mañana no.&lt;/p&gt;&lt;p&gt;Fin&lt;/p&gt;</description>',
      'Hoy llueve mucho.',
    ],
    ['from the link', '<link>https://water.example/a</link>', 'water.example/a'],
  ] as const)('%s', async ([, item, title]) => {
    expect((await first(rss(`<item>${item}</item>`)))?.title).toBe(title);
  });

  test('of Atom says itself whether it is HTML', async () => {
    const titled = (type: string) =>
      first(atom(`<entry><title type="${type}">a &lt;b&gt;c&lt;/b&gt; &amp;amp;</title></entry>`));
    expect((await titled('text'))?.title).toBe('a <b>c</b> &amp;');
    expect((await titled('html'))?.title).toBe('a c &');
  });

  test('is cut at a word', async () => {
    const title =
      (await first(rss(`<item><title>${'palabra '.repeat(100)}</title></item>`)))?.title ?? '';
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title).toMatch(/ palabra…$/);
  });
});

describe('the link', () => {
  test.for([
    [
      'relative to where the feed came from',
      '<link>rain</link>',
      'https://water.example/feeds/rain',
    ],
    ['without its scheme', '<link>//rain.example/x</link>', 'https://rain.example/x'],
    [
      'of a host without its scheme',
      '<link>www.rain.example/x</link>',
      'https://www.rain.example/x',
    ],
    [
      'with a user name',
      '<link>https://ana:secret@rain.example/x</link>',
      'https://rain.example/x',
    ],
    [
      'with a bare ampersand',
      '<link>https://rain.example/?a=1&b=2</link>',
      'https://rain.example/?a=1&b=2',
    ],
    [
      'in CDATA and lines',
      '<link>\n<![CDATA[https://rain.example/x]]>\n</link>',
      'https://rain.example/x',
    ],
    ['a guid that is one', '<guid>https://rain.example/x</guid>', 'https://rain.example/x'],
    [
      'a guid that says that it is none',
      '<guid isPermaLink="false">https://rain.example/x</guid>',
      undefined,
    ],
    ['a guid that is a number', '<guid>7</guid>', undefined],
    [
      'that runs a script',
      '<link>javascript:alert(1)</link><guid>javascript:alert(1)</guid>',
      undefined,
    ],
    [
      'that runs a script, before a guid',
      '<link>javascript:alert(1)</link><guid>https://rain.example/x</guid>',
      'https://rain.example/x',
    ],
    ['of Atom inside RSS', '<atom:link href="https://rain.example/x"/>', 'https://rain.example/x'],
    [
      'of a recording, where there is no page',
      '<enclosure url="https://rain.example/x.mp3" type="audio/mpeg" length="1"/>',
      'https://rain.example/x.mp3',
    ],
    [
      'of a page, not of its recording',
      '<enclosure url="/x.mp3" type="audio/mpeg" length="1"/><guid>https://rain.example/x</guid>',
      'https://rain.example/x',
    ],
    ['none', '<title>x</title>', undefined],
  ] as const)('%s', async ([, item, url]) => {
    expect((await first(rss(`<item>${item}</item>`)))?.url).toBe(url);
  });

  test('is relative to xml:base, the inner to the outer', async () => {
    const entry = await first(
      atom(
        '<entry xml:base="2026/"><link href="rain"/><content type="html" xml:base="x/">&lt;a href="y?a=1&amp;amp;b"&gt;y&lt;/a&gt;&lt;img src=/i.png&gt;</content></entry>',
        'xml:base="/news/"',
      ),
    );
    expect(entry?.url).toBe('https://water.example/news/2026/rain');
    expect(entry?.html).toBe(
      '<a href="https://water.example/news/2026/x/y?a=1&amp;b">y</a><img src="https://water.example/i.png">',
    );
  });

  test('of JSON Feed is the page before the page that it is about', async () => {
    expect(
      (
        await first(
          json({ id: 'a', url: 'https://water.example/a', external_url: 'https://b.example/' }),
        )
      )?.url,
    ).toBe('https://water.example/a');
    expect((await first(json({ id: 'a', external_url: 'https://b.example/b' })))?.url).toBe(
      'https://b.example/b',
    );
    expect((await first(json({ id: 'https://water.example/id' })))?.url).toBe(
      'https://water.example/id',
    );
  });

  test('without knowing where the feed came from, only whole links count', async () => {
    expect((await first(rss('<item><link>/rain</link></item>'), ''))?.url).toBeUndefined();
  });
});

describe('the body', () => {
  test('whole before summary, and what is empty passed over', async () => {
    expect(
      (
        await first(
          rss(
            '<item><content:encoded> <![CDATA[<p> </p>]]></content:encoded><description>Resumen</description></item>',
          ),
        )
      )?.text,
    ).toBe('Resumen');
  });

  test('plain text keeps its paragraphs', async () => {
    expect(
      (await first(json({ id: 'a', content_text: 'Uno <b>\n\ndos & tres\ncuatro' })))?.html,
    ).toBe('<p>Uno &lt;b&gt;</p><p>dos &amp; tres<br>cuatro</p>');
  });

  test('base64 is decoded', async () => {
    const code = Buffer.from('<p>año</p>').toString('base64');
    expect(
      (
        await first(
          atom(`<entry><content type="application/octet-stream">${code}</content></entry>`),
        )
      )?.html,
    ).toBe('<p>año</p>');
  });

  test('is bounded', async () => {
    const entry = await first(
      rss(`<item><description><![CDATA[${'<p>palabra</p>'.repeat(20_000)}]]></description></item>`),
    );
    expect(entry?.html.length).toBeLessThanOrEqual(100_000);
    expect(entry?.text.length).toBeLessThanOrEqual(8_000);
  });

  test('of a video is its description', async () => {
    const entry = await first(
      atom(
        '<entry><title>Vídeo</title><media:group><media:description>De qué va</media:description><media:thumbnail url="https://v.example/t.jpg"/></media:group></entry>',
        'xmlns:media="http://search.yahoo.com/mrss/"',
      ),
    );
    expect(entry).toMatchObject({ text: 'De qué va', image: 'https://v.example/t.jpg' });
  });
});

describe('the date', () => {
  test.for([
    ['dc:date', '<dc:date>2026-11-20</dc:date>', '2026-11-20T00:00:00Z'],
    ['dcterms:issued', '<dcterms:issued>2026-11-20</dcterms:issued>', '2026-11-20T00:00:00Z'],
    [
      'one that cannot be read, before one that can',
      '<pubDate>{{now}}</pubDate><dc:date>2026-11-20</dc:date>',
      '2026-11-20T00:00:00Z',
    ],
    ['none', '', undefined],
  ] as const)('%s', async ([, item, published]) => {
    expect((await first(rss(`<item>${item}</item>`)))?.published).toBe(published);
  });
});

describe('broken documents', () => {
  test.for([
    [
      'an item that is cut off',
      rss('<item><title>Uno</title></item><item><title>Dos').replace('</channel></rss>', ''),
      ['Uno'],
    ],
    [
      'tags that do not match',
      rss('<item><title>Uno</b></title></item><item><title>Dos</title></item>'),
      ['Uno', 'Dos'],
    ],
    [
      'a title that never ends',
      rss(
        '<item><title>Uno<TMPL</title><link>https://a.example/</link></item><item><title>Dos</title></item>',
      ),
      ['Uno', 'Dos'],
    ],
    [
      'white space before the declaration',
      `\n  ${rss('<item><title>Uno</title></item>')}`,
      ['Uno'],
    ],
    [
      'capitals',
      '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>Uno</TITLE></ITEM></CHANNEL></RSS>',
      ['Uno'],
    ],
    [
      'a prefix on everything',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Uno</a:title></a:entry></a:feed>',
      ['Uno'],
    ],
    [
      'entities of its own, which are not expanded',
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>Uno</title><description>&x;</description></item>').replace('<?xml version="1.0"?>', '')}`,
      ['Uno'],
    ],
    [
      'JSON with a comment behind it',
      `${json({ id: 'a', title: 'Uno }' })}\n<!-- cached -->`,
      ['Uno }'],
    ],
    ['JSON with a byte order mark', `\uFEFF${json({ id: 'a', title: 'Uno' })}`, ['Uno']],
    [
      'empty entries, which count',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry/><entry></entry></feed>',
      ['', ''],
    ],
    ['a feed without any', '<rss></rss>', []],
  ] as const)('%s', async ([, text, titles]) => {
    expect((await parse(text)).entries.map(({ title }) => title)).toEqual(titles);
  });

  test.for([
    ['', 'empty'],
    ['<!doctype html><html><body>404</body></html>', 'page'],
    ['{"error":"no"}', 'other'],
    ['not found', 'other'],
  ] as const)('%j is no feed', async ([text, why]) => {
    await expect(parse(text)).rejects.toMatchObject({
      code: 'source/not-a-feed',
      values: { why },
    });
  });
});
