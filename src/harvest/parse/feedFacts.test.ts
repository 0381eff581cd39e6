import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { parseDocument } from './parsedFeed.ts';

const now = '2026-11-21T12:00:00Z' as Instant;

function parse(text: string, url = 'https://water.example/feeds/all') {
  return parseDocument({ bytes: Buffer.from(text), contentType: '', url }, { now });
}

const ITEM = '<item><title>a</title></item>';
const channel = (facts: string) => `<rss version="2.0"><channel>${facts}${ITEM}</channel></rss>`;
const feed = (facts: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${facts}<entry><title>a</title></entry></feed>`;

describe('a feed says of itself', () => {
  test.for([
    ['RSS', channel('<title>Agua &amp;amp; luz</title><link>/</link><language>es-ES</language>')],
    [
      'RSS, after its items',
      channel(
        `${ITEM}<title>Agua & luz</title><link>https://water.example/</link><language>es-ES</language>`,
      ),
    ],
    [
      'RSS, with pictures and forms of its own',
      channel(
        '<image><title>no</title><link>https://no.example/</link></image><textInput><title>no</title><link>https://no.example/</link></textInput><title>Agua &amp; luz</title><link>https://water.example/</link><language>es-ES</language>',
      ),
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Agua &amp; luz</title><link>https://water.example/</link><dc:language>es-ES</dc:language></channel><image><title>no</title></image>${ITEM}</rdf:RDF>`,
    ],
    [
      'Atom',
      feed(
        '<title type="html">Agua &amp;amp; &lt;b&gt;luz&lt;/b&gt;</title><link rel="self" href="/feed"/><link href="/"/>',
        'xml:lang="es-ES"',
      ),
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="es-ES"><title mode="escaped" type="text/html">Agua &amp;amp; luz</title><link rel="alternate" type="text/html" href="https://water.example/"/><entry/></feed>',
    ],
    [
      'CDF',
      '<CHANNEL HREF="https://water.example/" xml:lang="es-ES"><TITLE>Agua &amp; luz</TITLE><ITEM HREF="/a"><TITLE>a</TITLE></ITEM></CHANNEL>',
    ],
    [
      'JSON',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Agua & luz',
        home_page_url: '/',
        language: 'es-ES',
        items: [{ id: 1 }],
      }),
    ],
  ] as const)('%s', async ([, text]) => {
    expect(await parse(text)).toMatchObject({
      title: 'Agua & luz',
      site: 'https://water.example/',
      language: 'es-ES',
      total: 1 + Number(text.includes(`${ITEM}<title>Agua`)),
    });
  });

  test('which format it is in', async () => {
    expect((await parse(channel(''))).format).toBe('rss');
    expect((await parse(feed(''))).format).toBe('atom');
    expect(
      (await parse('<channel href="https://a.example/"><item href="/b"/></channel>')).format,
    ).toBe('cdf');
    expect(
      await parse('<entry xmlns="http://www.w3.org/2005/Atom"><title>alone</title></entry>'),
    ).toMatchObject({ format: 'atom', total: 1 });
  });

  test('nothing, where it says nothing', async () => {
    expect(await parse('<rss><channel/></rss>')).toEqual({
      format: 'rss',
      title: undefined,
      site: undefined,
      language: undefined,
      charset: 'utf-8',
      hints: undefined,
      total: 0,
      entries: [],
    });
  });
});

describe('how often it wants to be asked', () => {
  const sy = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';
  test.for([
    ['<ttl>60</ttl>', { ttl: 60 }],
    ['<ttl>soon</ttl>', undefined],
    ['<ttl>0</ttl>', undefined],
    [
      `<sy:updatePeriod ${sy}>hourly</sy:updatePeriod><sy:updateFrequency ${sy}>2</sy:updateFrequency>`,
      { period: 30 },
    ],
    ['<sy:updatePeriod>\n weekly </sy:updatePeriod>', { period: 10_080 }],
    ['<sy:updateFrequency>4</sy:updateFrequency>', { period: 360 }],
    ['<sy:updatePeriod>never</sy:updatePeriod>', undefined],
    [
      '<skipHours><hour>23</hour><hour>0</hour><hour>24</hour><hour>x</hour><hour>77</hour></skipHours>',
      { skipHours: [0, 23] },
    ],
    [
      '<skipDays><day>Sunday</day><day>saturday</day><day>Domingo</day></skipDays>',
      { skipDays: [0, 6] },
    ],
  ] as const)('%s', async ([facts, hints]) => {
    expect((await parse(channel(facts))).hints).toEqual(hints);
  });
});

test('entries beyond 5,000 are counted and not read', async () => {
  const { total, entries } = await parse(channel(ITEM.repeat(6_000)));
  expect({ total, read: entries.length }).toEqual({ total: 6_001, read: 5_000 });
});

test('a draft carries no more HTML than was asked for', async () => {
  const bytes = Buffer.from(
    channel(
      `<item><description>${'año &lt;b&gt;nuevo&lt;/b&gt; '.repeat(100)}</description></item>`,
    ),
  );
  const cut = await parseDocument({ bytes, contentType: '', url: undefined }, { now, maxHtml: 50 });
  expect(cut.entries[0]?.html).toBe('año <b>nuevo</b> año <b>nuevo</b> año <b>nuevo</b>');
});

describe('the language of an entry', () => {
  test.for([
    ['its own', feed('<entry xml:lang="ca"><title>b</title></entry>', 'xml:lang="es"'), 'ca'],
    [
      'of its text before that of its title',
      feed(
        '<entry><title xml:lang="fr">b</title><summary xml:lang="ca">c</summary></entry>',
        'xml:lang="es"',
      ),
      'ca',
    ],
    [
      'of the feed, which its text has, before that of its title',
      feed('<entry><title xml:lang="fr">b</title><summary>c</summary></entry>', 'xml:lang="es"'),
      'es',
    ],
    [
      'of its title, where there is no text',
      feed('<entry><title xml:lang="fr">b</title></entry>', 'xml:lang="es"'),
      'fr',
    ],
    ['of the feed', feed('<entry><title>b</title></entry>', 'xml:lang="es"'), 'es'],
    ['taken back', feed('<entry xml:lang=""><title>b</title></entry>', 'xml:lang="es"'), undefined],
    [
      'dc:language',
      channel('<language>es</language><item><dc:language>gl</dc:language></item>'),
      'gl',
    ],
    [
      'what the channel says before what stands around it',
      '<rss xml:lang="en"><channel><language>es</language><item/></channel></rss>',
      'es',
    ],
  ] as const)('%s', async ([, text, language]) => {
    expect((await parse(text)).entries[0]?.language).toBe(language);
  });
});

describe('the licence of an entry', () => {
  const BY = 'https://creativecommons.org/licenses/by/4.0/';
  test.for([
    [
      'Creative Commons in RSS',
      `<creativeCommons:license xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule">${BY}</creativeCommons:license>`,
    ],
    [
      'Creative Commons in RDF',
      `<cc:license xmlns:cc="http://web.resource.org/cc/" rdf:resource="${BY}"/>`,
    ],
    ['a link of Atom', `<atom:link rel="license" href="${BY}"/>`],
    ['Dublin Core', `<dcterms:license>${BY}</dcterms:license>`],
    ['rights that are an address', `<dc:rights>${BY}</dc:rights>`],
    ['Media RSS', `<media:license type="text/html" href="${BY}">by</media:license>`],
    [
      'RSL',
      `<rsl:content xmlns:rsl="https://rslstandard.org/rsl" url="/"><rsl:license><rsl:permits type="usage">search</rsl:permits><rsl:payment type="attribution"><rsl:standard>${BY}</rsl:standard></rsl:payment></rsl:license></rsl:content>`,
    ],
  ] as const)('%s', async ([, element]) => {
    expect(
      (await parse(channel('').replace(ITEM, `<item>${element}</item>`))).entries[0]?.license,
    ).toBe(BY);
    expect((await parse(channel(element))).entries[0]?.license).toBe(BY);
  });

  test('is no note of rights, and nothing that runs', async () => {
    const item =
      '<item><dc:rights>© Agua</dc:rights><cc:license>javascript:alert(1)</cc:license></item>';
    expect((await parse(channel('').replace(ITEM, item))).entries[0]?.license).toBeUndefined();
  });
});

describe('the id and the dates of an entry', () => {
  test('are as the feed gives them', async () => {
    const [entry] = (
      await parse(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id> tag:a,2026:1 </id><published>2026-11-01T10:00:00Z</published><updated>2026-11-02T10:00:00+02:00</updated></entry></feed>',
      )
    ).entries;
    expect(entry).toMatchObject({
      guid: 'tag:a,2026:1',
      published: '2026-11-01T10:00:00Z',
      updated: '2026-11-02T08:00:00Z',
    });
  });

  test('an id is no longer than 500 characters', async () => {
    expect(
      (await parse(channel('').replace(ITEM, `<item><guid>${'x'.repeat(2_000)}</guid></item>`)))
        .entries[0]?.guid,
    ).toHaveLength(500);
  });

  test('the first guid counts, and of a date the last', async () => {
    const [entry] = (
      await parse(
        channel('').replace(
          ITEM,
          '<item><guid>1</guid><guid>2</guid><pubDate>2026-11-01</pubDate><pubDate>2026-11-02</pubDate></item>',
        ),
      )
    ).entries;
    expect(entry).toMatchObject({ guid: '1', published: '2026-11-02T00:00:00Z' });
  });
});

describe('JSON Feed', () => {
  const json = (items: string, end = '}') =>
    `{"version":"https://jsonfeed.org/version/1","title":"t","author":{"name":"Ana"},"items":${items}${end}`;

  test.for([
    ['cut off in an item', json('[{"id":"1"},{"id":"2","title":"un', ''), ['1']],
    ['with what caches append', json('[{"id":"1"}]', '}\n<!-- {cached} -->'), ['1']],
    ['with items that are none', json('[null,7,"x",[],{"id":1}]'), ['1']],
    ['with brackets in its strings', json('[{"id":"]}","title":"\\"}]"},{"id":"2"}]'), [']}', '2']],
    [
      'with its items first',
      '{"items":[{"id":"1"}],"version":"https://jsonfeed.org/version/1.1"}',
      ['1'],
    ],
    [
      'that says nothing of its version',
      '{"title":"t","items":[{"id":"1","content_text":"x"}]}',
      ['1'],
    ],
  ] as const)('%s', async ([, text, guids]) => {
    const { entries, total } = await parse(text);
    expect(entries.map(({ guid }) => guid)).toEqual(guids);
    expect(total).toBe(guids.length);
  });

  test('of version 1.0 has one author', async () => {
    expect(
      (await parse(json('[{"id":"1"},{"id":"2","author":{"name":"Bea"}}]'))).entries.map(
        ({ author }) => author,
      ),
    ).toEqual(['Ana', 'Bea']);
  });
});
