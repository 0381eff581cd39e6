import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { parseDocument } from './parsedFeed.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const parse = (text: string) =>
  parseDocument(
    { bytes: Buffer.from(text), contentType: '', url: 'https://water.example/' },
    { now },
  );

const ITEM = '<item><title>Lluvia</title><link>/rain</link></item>';
const CHANNEL = `<channel><title>Agua</title><link>/site</link>${ITEM}</channel></rss>`;
const atom = (entry: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Agua</title><entry>${entry}</entry></feed>`;
const LINK = '<link href="/rain"/>';

describe('a whole feed is read', () => {
  test.for([
    ['after the head of a page', `<head><title>x</title><link/></head><rss>${CHANNEL}`],
    ['after a warning', `<b>Warning</b><title>hey</title><link>/no</link><rss>${CHANNEL}`],
    [
      'after markup in a DTD',
      `<!DOCTYPE rss [<!ENTITY a "<title>b</title>"> <title>x</title>]><rss>${CHANNEL}`,
    ],
    ...[
      'http://search.yahoo.com/mrss/',
      'http://purl.org/dc/elements/1.1/',
      'http://purl.org/rss/1.0/modules/content/',
      'http://www.itunes.com/dtds/podcast-1.0.dtd',
      'http://www.w3.org/1999/xhtml',
    ].map((space) => [`in ${space}`, `<rss xmlns="${space}">${CHANNEL}`] as const),
    [
      'of Atom in the namespace of an extension',
      atom(`<title>Lluvia</title>${LINK}`).replace(
        /xmlns="[^"]*"/,
        'xmlns="http://purl.org/dc/terms/"',
      ),
    ],
  ] as const)('%s', async ([, text]) => {
    const { title, entries } = await parse(text);
    expect([title, ...entries.map(({ title, url }) => [title, url])]).toEqual([
      'Agua',
      ['Lluvia', 'https://water.example/rain'],
    ]);
  });
});

describe('what has no entries', () => {
  test.for([
    ['RSS', '<rss><channel><title>Agua</title></channel></rss>'],
    [
      'RSS that only speaks of items',
      '<rss><channel><!-- <item> --><title>Agua</title></channel></rss>',
    ],
    ['Atom without a title', '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
    ['Atom without a namespace', '<feed><title>Agua</title></feed>'],
  ])('is a feed: %s', async ([, text = '']) => {
    expect((await parse(text)).total).toBe(0);
  });

  test.for([
    ['products', '<Feed><product><name>x</name></product></Feed>'],
    ['television', '<channel><name>x</name></channel>'],
    ['items of another format', '<rss><channel><x:item xmlns:x="urn:x"/></channel></rss>'],
    ['an item that never ends', '<rss><channel><title>Agua</title><item><title>x</title>'],
    ['a comment that never ends', `<rss><channel><title>Agua</title><!-- ${ITEM}</channel></rss>`],
    ['an answer of some API', '{"title":"Stock","items":[{"id":1,"title":"Pump","price":3}]}'],
  ])('is no feed: %s', async ([, text = '']) => {
    await expect(parse(text)).rejects.toMatchObject({ code: 'source/not-a-feed' });
  });
});

describe('an entry stays whole', () => {
  test('with 60,000 elements before its link, id, author and date', async () => {
    const { entries } = await parse(
      atom(
        `<title>a</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${'<p>x</p>'.repeat(60_000)}</div></content>${LINK}<id>urn:1</id><author><name>Ana</name></author><updated>2026-11-20T10:00:00Z</updated>`,
      ),
    );
    expect(entries[0]).toMatchObject({
      url: 'https://water.example/rain',
      guid: 'urn:1',
      author: 'Ana',
      published: '2026-11-20T10:00:00Z',
    });
  });

  test.for([
    [
      'an entry in its content',
      'a',
      `<title>a</title><content type="application/atom+xml"><entry><title>z</title></entry></content>${LINK}`,
    ],
    [
      'an element of its title',
      'a tale',
      `<title type="xhtml"><div>a<summary> tale</summary></div></title>${LINK}`,
    ],
    [
      'an entry in its text',
      'a',
      `<title>a</title><summary><p>see <entry>z</entry></p></summary>${LINK}`,
    ],
  ] as const)('with %s', async ([, title, entry]) => {
    const { total, entries } = await parse(atom(entry));
    expect([total, entries[0]?.title, entries[0]?.url]).toEqual([
      1,
      title,
      'https://water.example/rain',
    ]);
  });

  test('ends where the next begins, though it was not closed, nor its last line', async () => {
    const { entries } = await parse(
      `<rss><channel><title>Agua<item><title>a<link>/1</link><item><title>b<item><title>c</title><enclosure url="/3"><item><title>d</title></item></channel></rss>`,
    );
    expect(entries.map(({ title, url }) => [title, url])).toEqual([
      ['a', 'https://water.example/1'],
      ['b', undefined],
      ['c', 'https://water.example/3'],
      ['d', undefined],
    ]);
  });

  test('with attributes of RDF under another prefix', async () => {
    const { entries } = await parse(
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel r:about="u"><title>Agua</title></channel><item r:about="https://water.example/1"><title>a</title></item></r:RDF>`,
    );
    expect(entries[0]).toMatchObject({
      guid: 'https://water.example/1',
      url: 'https://water.example/1',
    });
  });
});

test.for(['managingEditor', 'dc:author'])(
  '%s of a channel is the author of its items',
  async (name) => {
    const { entries } = await parse(
      `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><${name}>ana@water.example (Ana)</${name}>${ITEM}</channel></rss>`,
    );
    expect(entries[0]?.author).toBe('Ana');
  },
);

test('JSON with many members before its title', async () => {
  const others = Array.from({ length: 300 }, (_, at) => [`_${at}`, at]);
  const feed = {
    ...Object.fromEntries(others),
    title: 'Agua',
    items: [{ id: 1, url: '/rain', title: 'Lluvia' }],
  };
  expect(await parse(JSON.stringify(feed))).toMatchObject({ title: 'Agua', total: 1 });
});

test.for([
  ['gl', '<language>es</language>', 'es'],
  ['gl', '', 'gl'],
  ['gl, es', '', undefined],
  ['', '', undefined],
] as const)(
  'of a header of "%s" and a feed of "%s" the language is %s',
  async ([header, own, language]) => {
    const text = `<rss><channel><title>Agua</title>${own}${ITEM}</channel></rss>`;
    const document = {
      bytes: Buffer.from(text),
      contentType: '',
      contentLanguage: header,
      url: undefined,
    };
    const feed = await parseDocument(document, { now });
    expect([feed.language, feed.entries[0]?.language]).toEqual([language, language]);
  },
);

test('the licence of a media group is that of its item', async () => {
  const group = '<media:group><media:license href="https://cc.example/by"/></media:group>';
  const text = `<rss><channel><title>Agua</title><item><title>a</title>${group}</item></channel></rss>`;
  expect((await parse(text)).entries[0]?.license).toBe('https://cc.example/by');
});
