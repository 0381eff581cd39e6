import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORPORA, hasCorpora } from '../../../tests/support/corpora.ts';
import { size } from '../../../tests/support/size.ts';
import { readOpml } from './readOpml.ts';

const read = (text: string) => readOpml(new TextEncoder().encode(text));
const opml = (body: string) =>
  read(`<?xml version="1.0"?><opml version="2.0"><body>${body}</body></opml>`);
const feedsOf = (body: string) => opml(body).feeds.map(({ feed }) => feed);

describe('a subscription list', () => {
  test('is read with titles, sites, languages, folders and lines', () => {
    const { feeds } = opml(`
      <outline text="Ríos" title="other" type="rss" xmlUrl="https://rios.example/feed" htmlUrl="https://rios.example/" language="es"/>
      <outline text="Agua"><outline text="Local"><outline title="Pozos" xmlUrl="https://pozos.example/feed"/></outline></outline>
      <outline xmlUrl="https://top.example/feed"/>`);
    expect(feeds).toEqual([
      {
        feed: 'https://rios.example/feed',
        title: 'Ríos',
        site: 'https://rios.example/',
        language: 'es',
        folders: [],
        line: 2,
      },
      {
        feed: 'https://pozos.example/feed',
        title: 'Pozos',
        site: '',
        language: '',
        folders: [['Agua', 'Local']],
        line: 3,
      },
      { feed: 'https://top.example/feed', title: '', site: '', language: '', folders: [], line: 4 },
    ]);
  });
  test('may tag its feeds, by words and by paths', () => {
    const [feed] = opml(
      '<outline text="F"><outline xmlUrl="https://a.example/" category=" / , agua , /news//local/ ,"/></outline>',
    ).feeds;
    expect(feed?.folders).toEqual([['F'], ['agua'], ['news', 'local']]);
  });
  test('may name a feed that has others below it: they stand in its folder', () => {
    const { feeds } = opml(
      '<outline text="F"><outline text="A" xmlUrl="https://a.example/"><outline xmlUrl="https://b.example/"/></outline></outline>',
    );
    expect(feeds.map(({ folders }) => folders)).toEqual([[['F']], [['F']]]);
  });
  test('may point to other lists, which are told and not read', () => {
    expect(opml('<outline type="LINK" text="More" url=" https://a.example/x.opml "/>')).toEqual({
      feeds: [],
      lists: ['https://a.example/x.opml'],
    });
  });
  test('of the first years says `url`', () => {
    expect(feedsOf('<outline type="rss" text="A" url="https://a.example/feed"/>')).toEqual([
      'https://a.example/feed',
    ]);
  });
});

describe('a list with faults gives what it has:', () => {
  test.for([
    [
      'attributes in any case',
      '<OUTLINE XMLURL="https://a.example/1"/><Outline xmlurl=\'https://a.example/2\'/>',
      ['https://a.example/1', 'https://a.example/2'],
    ],
    [
      'a bare ampersand',
      '<outline xmlUrl="https://a.example/?a=1&b=2&copy=3"/>',
      ['https://a.example/?a=1&b=2&copy=3'],
    ],
    [
      'an escaped one',
      '<outline xmlUrl="https://a.example/?a=1&amp;b=2"/>',
      ['https://a.example/?a=1&b=2'],
    ],
    [
      'white space and line ends in an address',
      '<outline xmlUrl="\n  https://a.example/1\n"/>',
      ['https://a.example/1'],
    ],
    [
      '`>` in a title',
      '<outline text="a > b" xmlUrl="https://a.example/1"/>',
      ['https://a.example/1'],
    ],
    ['an empty address', '<outline xmlUrl="" htmlUrl="https://a.example/"/>', ['']],
    [
      'the same feed twice',
      '<outline xmlUrl="https://a.example/1"/><outline xmlUrl="https://a.example/1"/>',
      ['https://a.example/1', 'https://a.example/1'],
    ],
    [
      'a folder that is never closed',
      '<outline text="F"><outline xmlUrl="https://a.example/1"/>',
      ['https://a.example/1'],
    ],
    [
      'an end that nothing began',
      '</outline></bogus:x><outline xmlUrl="https://a.example/1"/>',
      ['https://a.example/1'],
    ],
    [
      'an outline that is cut off before its end',
      '<outline xmlUrl="https://a.example/1"/><outline xmlUrl="https://a.ex',
      ['https://a.example/1'],
    ],
    [
      'a comment',
      '<!-- <outline xmlUrl="https://a.example/old"/> --><outline xmlUrl="https://a.example/1"/>',
      ['https://a.example/1'],
    ],
  ] as const)('%s', ([, body, feeds]) => {
    expect(feedsOf(body)).toEqual(feeds);
  });
  test('folders beyond the thousandth that is open, which count as the last of those', () => {
    const folders = Array.from({ length: 1_500 }, (_, n) => `<outline text="${n}">`).join('');
    const ends = '</outline>'.repeat(1_499);
    const { feeds } = opml(
      `${folders}<outline xmlUrl="https://a.example/1"/>${ends}<outline xmlUrl="https://a.example/2"/>`,
    );
    expect(feeds.map(({ feed, folders: [path] }) => [feed, path?.at(-1)])).toEqual([
      ['https://a.example/1', '999'],
      ['https://a.example/2', '0'],
    ]);
  });
  test('titles without what a terminal would obey', () => {
    const { feeds } = opml(
      '<outline text="&#27;[31mRíos&#27;[0m" xmlUrl="https://a.example/1"/><outline text="&#27;]0;Mar&#7;Agua" xmlUrl="https://a.example/2"/>',
    );
    expect(feeds.map(({ title }) => title)).toEqual(['Ríos', 'Agua']);
  });
  test('documents one after another', () => {
    const one = (n: number) =>
      `<?xml version="1.0"?><opml><body><outline text="F${n}"><outline xmlUrl="https://a.example/${n}"/></outline></body></opml>`;
    expect(read(one(1) + one(2)).feeds.map(({ folders }) => folders)).toEqual([[['F1']], [['F2']]]);
  });
  test('letters that only HTML names, and those of another charset', () => {
    expect(
      opml('<outline text="arch&aelig;ology" xmlUrl="https://a.example/"/>').feeds[0]?.title,
    ).toBe('archæology');
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><opml><body><outline text="R\xedos" xmlUrl="https://a.example/"/></body></opml>',
      'latin1',
    );
    expect(readOpml(latin).feeds[0]?.title).toBe('Ríos');
    const wide = Buffer.from(
      '\ufeff<opml><body><outline text="Ríos" xmlUrl="https://a.example/"/></body></opml>',
      'utf16le',
    );
    expect(readOpml(wide).feeds[0]?.title).toBe('Ríos');
  });
  test.for([
    '',
    'hello',
    '<html><body><p>No list</p></body></html>',
    '{"feeds": []}',
    '\u0000\u0001',
  ])('nothing, from %j', (text) => {
    expect(read(text)).toEqual({ feeds: [], lists: [] });
  });
  test('ten thousand folders one in another, of which the innermost count', () => {
    const depth = 10_000;
    const body = `${'<outline text="f">'.repeat(depth)}<outline xmlUrl="https://a.example/"/>`;
    expect(opml(body).feeds[0]?.folders[0]).toHaveLength(8);
  });
});

const SEED = 20261121;

test(`whatever is done to the bytes of a list, it is read (seed ${SEED})`, () => {
  const list = Buffer.from(
    '<?xml version="1.0"?><opml><body><outline text="F"><outline text="R\u00edos" xmlUrl="https://a.example/?a=1&amp;b" category="x,/y/z"/></outline></body></opml>',
  );
  const change = fc.tuple(fc.nat(list.length - 1), fc.nat(3), fc.uint8Array({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = [...list];
      for (const [at, gone, put] of changes) bytes.splice(at, gone, ...put);
      const { feeds } = readOpml(Uint8Array.from(bytes));
      expect(feeds.length).toBeLessThanOrEqual(2);
    }),
    { seed: SEED, numRuns: size({ small: 500, middle: 4_000, whole: 20_000 }) },
  );
});

/** A template for lists: a tag stands where an address will, so it has none yet. */
const TEMPLATE = '005.opml';

describe.skipIf(!hasCorpora)('lists that people have published', () => {
  const folder = join(CORPORA, 'opml');
  const files = hasCorpora ? globSync('*.opml', { cwd: folder }).sort() : [];
  test('are 80', () => {
    expect(files).toHaveLength(80);
  });
  test.for(files)('%s: every xmlUrl is read', (file) => {
    const bytes = readFileSync(join(folder, file));
    const written = bytes
      .toString('utf8')
      .replace(/<!--[\s\S]*?-->/g, '')
      .matchAll(/\sxmlUrl\s*=\s*(?:"([^"]*)"|'([^']*)')/gi);
    const addresses = Array.from(written, ([, double, single]) =>
      (double ?? single ?? '').trim().replaceAll('&amp;', '&'),
    );
    const read = readOpml(bytes).feeds.map(({ feed }) => feed);
    expect(read).toEqual(file === TEMPLATE ? [] : addresses);
  });
});
