import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../model/desk.ts';
import { Item } from '../model/item.ts';
import type { SourceReport } from '../model/run.ts';
import { Source } from '../model/source.ts';
import type { Instant } from '../model/time.ts';
import type { FetchBytes } from './fetch/openFetch.ts';
import { type HarvestOptions, harvest } from './harvest.ts';
import { parseDocument } from './parse/parsedFeed.ts';
import { sourceError } from './sourceError.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const feed = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Agua</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
let root = '';

beforeAll(() => {
  const outside = mkdtempSync(join(tmpdir(), 'criba-'));
  writeFileSync(join(outside, 'secret.xml'), feed('<title>secret</title>'));
  root = join(outside, 'desk');
  mkdirSync(join(root, 'feeds'), { recursive: true });
  writeFileSync(
    join(root, 'feeds/a.xml'),
    feed(
      '<title>Lluvia</title><link>/rain</link>',
      '<title>Sin enlace</title>',
      '<title>Viento</title><link>https://wind.example/</link>',
    ),
  );
  writeFileSync(join(root, 'feeds/none.xml'), feed());
  writeFileSync(join(root, 'feeds/page.xml'), '<html></html>');
  symlinkSync(join(outside, 'secret.xml'), join(root, 'feeds/link.xml'));
  symlinkSync(join(root, 'feeds/none.xml'), join(root, 'feeds/inside.xml'));
});
afterAll(() => rmSync(join(root, '..'), { recursive: true }));

function source(name: string, data: Partial<Source>): Entry<Source> {
  const whole = Source.parse({
    title: name,
    feed: 'feeds/a.xml',
    language: 'es',
    site: 'https://water.example/',
    ...data,
  });
  return { name, path: `sources/${name}.md`, data: whole, body: '', hash: '' };
}

const nobody: FetchBytes = (url) =>
  Promise.reject(sourceError('unreachable', `${url}: nobody is there.`));

function run(sources: Entry<Source>[], options: Partial<HarvestOptions> = {}) {
  return harvest(sources, { now, root, fetch: nobody, parse: parseDocument, ...options });
}

test('the items of a file, and those that nobody could read', async () => {
  const { items, unusable, sources } = await run([source('water', {})]);
  expect(
    items.map(({ title, url, source: from, language }) => [title, url, from, language]),
  ).toEqual([
    ['Lluvia', 'https://water.example/rain', 'water', 'es'],
    ['Viento', 'https://wind.example/', 'water', 'es'],
  ]);
  expect(items.every((item) => Item.safeParse(item).success)).toBe(true);
  expect(unusable).toEqual([{ source: 'water', title: 'Sin enlace', outcome: 'noLink' }]);
  expect(sources).toEqual([
    {
      source: 'water',
      feed: 'feeds/a.xml',
      code: 'ok',
      items: 3,
      bytes: expect.any(Number),
      ms: expect.any(Number),
    },
  ]);
});

describe('a source that gives nothing is a line that says why', () => {
  test.for([
    ['feeds/none.xml', 'empty'],
    ['feeds/inside.xml', 'empty'],
    ['feeds/page.xml', 'notAFeed'],
    ['feeds/gone.xml', 'noFile'],
    ['feeds', 'noFile'],
    ['feeds/link.xml', 'refused'],
    ['../secret.xml', 'refused'],
    ['feeds/../feeds/a.xml', 'refused'],
    ['/etc/passwd', 'refused'],
    ['C:\\feeds\\a.xml', 'refused'],
    ['feeds\\a.xml', 'refused'],
    ['file:///etc/passwd', 'refused'],
    ['ftp://water.example/a.xml', 'refused'],
    ['https://water.example/a.xml', 'unreachable'],
  ] as const)('%s: %s', async ([path, code]) => {
    const { items, sources } = await run([source('broken', { feed: path }), source('water', {})]);
    expect(sources.map((report) => report.code)).toEqual([code, 'ok']);
    expect(items.length).toBe(2);
    const said = code === 'empty' ? undefined : expect.stringMatching(/./);
    expect([sources[0]?.detail, sources[0]?.hint]).toEqual([said, said]);
  });
});

test('a retired source is not asked', async () => {
  expect((await run([source('water', { state: 'retired' })])).sources).toEqual([]);
});

describe('many sources', () => {
  const many = Array.from({ length: 12 }, (_, n) =>
    source(`s${n}`, { feed: `https://host${n % 3}.example/${n}` }),
  );
  const slow: FetchBytes = async (url) => {
    const n = Number(url.split('/').at(-1));
    await new Promise((done) => setTimeout(done, (13 - n) * 2));
    if (n === 4) throw sourceError('timeout', 'slow');
    return {
      status: 200,
      url,
      contentType: '',
      bytes: Buffer.from(feed(`<title>t${n}</title><link>/${n}</link>`)),
    };
  };

  test.for([1, 4, 16])('%i at a time give the same, in the same order', async (concurrency) => {
    const seen: SourceReport[] = [];
    const { items, sources } = await run(many, {
      fetch: slow,
      concurrency,
      onSource: (report) => seen.push(report),
    });
    expect(sources.map((report) => report.source)).toEqual(many.map(({ name }) => name));
    expect(items.map(({ title }) => title)).toEqual(
      many.map((_, n) => `t${n}`).filter((title) => title !== 't4'),
    );
    expect(seen.length).toBe(12);
  });

  test('a host is asked one thing at a time, and no host waits for another', async () => {
    const open = new Map<string, number>();
    let most = 0;
    let atOnce = 0;
    const watched: FetchBytes = async (url) => {
      const { host } = new URL(url);
      open.set(host, (open.get(host) ?? 0) + 1);
      most = Math.max(most, ...open.values());
      atOnce = Math.max(atOnce, [...open.values()].filter((count) => count > 0).length);
      const answer = await slow(url).finally(() => open.set(host, (open.get(host) ?? 0) - 1));
      return answer;
    };
    await run(many, { fetch: watched, concurrency: 16 });
    expect([most, atOnce]).toEqual([1, 3]);
  });

  test('a run that is stopped rejects', async () => {
    await expect(
      run(many, { fetch: slow, signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough');
  });

  test('a fault of ours is not hidden', async () => {
    const broken = () => Promise.reject(new TypeError('ours'));
    await expect(run(many, { fetch: slow, parse: broken })).rejects.toThrow('ours');
  });
});
