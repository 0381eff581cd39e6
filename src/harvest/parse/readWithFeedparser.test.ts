import { afterEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { openParser } from './openParser.ts';
import { parseDocument } from './parsedFeed.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const url = 'https://water.example/feed';
const parse = (text: string) =>
  parseDocument({ bytes: Buffer.from(text), contentType: '', url }, { now });

const channel = (inside: string) =>
  `<rss version="2.0"><channel><title>Agua</title><link>/site</link>${inside}</channel></rss>`;
const ITEM = '<item><title>Lluvia</title><link>/rain</link></item>';

describe('a document in which our reader finds no entry is read by feedparser', () => {
  test.for([
    ['in elements of another vocabulary', channel(`<list xmlns="urn:list">${ITEM}</list>`)],
    ['in a title that never ends', `<rss><channel><title>Agua<p>${ITEM}</channel></rss>`],
    ['after 300 tags that never end', channel(`${'<br>'.repeat(300)}${ITEM}`)],
    [
      'of RSS 1.0 with the prefix of RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Agua</title></channel>${ITEM.replaceAll('item>', 'rdf:item>')}</rdf:RDF>`,
    ],
  ] as const)('%s', async ([, text]) => {
    const { title, total, entries } = await parse(text);
    expect({ title, total }).toEqual({ title: 'Agua', total: 1 });
    expect(entries[0]).toMatchObject({ title: 'Lluvia', url: 'https://water.example/rain' });
  });

  test('with all that it says of a feed and its entries, normalised', async () => {
    const item = `<item><title>Lluvia &amp;amp; viento</title><link>/rain?utm=1</link>
      <guid isPermaLink="false">r1</guid><pubDate>vie, 20 nov 2026 10:00:00 +0100</pubDate>
      <author>ana@water.example (Ana)</author><category>agua</category><comments>/rain#c</comments>
      <description><![CDATA[<p>Cae <a href="/more">agua</a></p>]]></description>
      <enclosure url="/rain.jpg" type="image/jpeg" length="1"/></item>`;
    const text = channel(`<language>es</language><list xmlns="urn:list">${item}</list>`);
    expect(await parse(text)).toMatchObject({
      format: 'rss',
      title: 'Agua',
      site: 'https://water.example/site',
      language: 'es',
      entries: [
        {
          title: 'Lluvia & viento',
          url: 'https://water.example/rain?utm=1',
          guid: 'r1',
          published: '2026-11-20T09:00:00Z',
          author: 'Ana',
          categories: ['agua'],
          comments: 'https://water.example/rain#c',
          html: '<p>Cae <a href="https://water.example/more">agua</a></p>',
          text: 'Cae agua',
          image: 'https://water.example/rain.jpg',
          language: 'es',
        },
      ],
    });
  });

  test('a guid that is no permalink is no link', async () => {
    const item =
      '<item><title>a</title><guid isPermaLink="false">https://a.example/1</guid></item>';
    const { entries } = await parse(channel(`<list xmlns="urn:list">${item}</list>`));
    expect(entries[0]?.url).toBeUndefined();
  });

  test.for([
    ['a feed of which only one reader knows', channel('<x:item xmlns:x="urn:x"/>')],
    ['an entry without a feed, in another vocabulary', '<a><x:entry xmlns:x="urn:x"/></a>'],
    ['an item before its feed', '<a><item/></a><rss><channel/></rss>'],
    ['JSON that speaks of items', '{"title":"<item>"}'],
  ])('unless it finds none either: %s', async ([, text = '']) => {
    await expect(parse(text)).rejects.toMatchObject({ code: 'source/not-a-feed' });
  });

  test('a feed that our reader reads is ours alone', async () => {
    // feedparser would add the second.
    const text = channel(`${ITEM}<list xmlns="urn:list">${ITEM}</list>`);
    expect((await parse(text)).total).toBe(1);
  });
});

describe('what feedparser never ends with is ended', () => {
  const parsers: ReturnType<typeof openParser>[] = [];
  afterEach(async () => {
    await Promise.all(parsers.splice(0).map((parser) => parser.close()));
  });

  const entry = `<entry><title>a</title><content type="html">${'&lt;a href='.repeat(50_000)}</content></entry>`;
  test.for([
    [
      '500 kB of links that never end',
      `<feed xmlns="http://www.w3.org/2005/Atom"><list xmlns="urn:list">${entry}</list></feed>`,
    ],
    ['200,000 nested tags', `<rss><channel>${'<a>'.repeat(200_000)}${ITEM}`],
  ] as const)('%s', async ([, text]) => {
    const parser = openParser({ workers: 1, deadline: 500 });
    parsers.push(parser);
    const read = (text: string) =>
      parser.parse({ bytes: Buffer.from(text), contentType: '', url }, { now });
    await expect(read(text)).rejects.toMatchObject({ code: 'source/parser-ended' });
    expect((await read(channel(ITEM))).total).toBe(1);
  });
});
