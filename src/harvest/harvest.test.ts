import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMemory } from '../memory/openMemory.ts';
import { DEFAULT_ADDRESS_RULES } from '../model/desk/addressRules.ts';
import type { Entry } from '../model/desk/desk.ts';
import { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import { Item } from '../model/run/item.ts';
import { kebab } from '../model/run/kebab.ts';
import type { ItemOutcome, SourceReport } from '../model/run/runReport.ts';
import { sourceError } from '../model/run/sourceError.ts';
import type { FetchBytes } from '../net/openFetch.ts';
import { addressing } from '../text/address.ts';
import { type HarvestOptions, harvest } from './harvest.ts';
import { openSieve } from './openSieve.ts';
import { parseDocument } from './parse/parsedFeed.ts';
import { fetchPolitely } from './politeness/fetchPolitely.ts';

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

const seeded = (name: string, seed: number) => hash('sha256', `${seed} ${name}`);

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
  Promise.reject(sourceError('unreachable', { why: 'connection', url, reason: 'ECONNREFUSED' }));

interface RunOptions extends Partial<HarvestOptions> {
  fetch?: FetchBytes;
}

/** Harvests with nothing remembered, and gives what came in the order of the sources. */
async function run(sources: Entry<Source>[], { fetch = nobody, ...options }: RunOptions = {}) {
  const items: Item[] = [];
  const unlinked: ItemOutcome[] = [];
  const seen: SourceReport[] = [];
  const reports = await harvest(sources, {
    now,
    fetchSource: fetchPolitely({
      now,
      root,
      folder: 'content',
      fetch,
      memory: openMemory(join(root, '.criba'), { write: false }),
      rules: '',
      random: () => 0.5,
      hasNothingNew: () => false,
      isFresh: () => false,
    }),
    parse: async (document, parsing) => parseDocument(document, parsing),
    addressing: addressing(DEFAULT_ADDRESS_RULES),
    sieve: {
      add(added, without = []) {
        items.push(...added);
        unlinked.push(...without);
      },
    },
    onSource: (report) => seen.push(report),
    ...options,
  });
  const names = reports.map(({ source: name }) => name);
  return {
    sources: reports,
    items: names.flatMap((name) => items.filter((one) => one.source === name)),
    unlinked: names.flatMap((name) => unlinked.filter((one) => one.source === name)),
    seen,
  };
}

test('the items of a file, and those that nobody could read', async () => {
  const { items, unlinked, sources } = await run([source('water', {})]);
  expect(
    items.map(({ title, url, source: from, language }) => [title, url, from, language]),
  ).toEqual([
    ['Lluvia', 'https://water.example/rain', 'water', 'es'],
    ['Viento', 'https://wind.example/', 'water', 'es'],
  ]);
  expect(items.every((item) => Item.safeParse(item).success)).toBe(true);
  expect(unlinked).toEqual([{ source: 'water', title: 'Sin enlace', outcome: 'noLink' }]);
  expect(sources).toEqual([
    {
      source: 'water',
      feed: 'feeds/a.xml',
      code: 'ok',
      items: 3,
      bytes: expect.any(Number),
      transferred: 0,
      requests: 0,
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
    const fault = { code: `source/${kebab(code)}`, values: expect.anything() };
    expect(sources[0]?.fault).toEqual(code === 'empty' ? undefined : fault);
  });
});

test('a retired source is not asked', async () => {
  expect((await run([source('water', { state: 'retired' })])).sources).toEqual([]);
});

describe('what an item declares its language to be', () => {
  test.for([
    ['its own word', '<item xml:lang="en-GB"><title>a</title><link>/a</link></item>', '', 'en'],
    [
      'its feed’s',
      '<item><title>a</title><link>/a</link></item>',
      '<language>pt-br</language>',
      'pt',
    ],
    ['its source’s, where neither says', '<item><title>a</title><link>/a</link></item>', '', 'es'],
  ] as const)('%s', async ([, item, head, language]) => {
    writeFileSync(
      join(root, 'feeds/lang.xml'),
      `<rss version="2.0"><channel><title>x</title>${head}${item}</channel></rss>`,
    );
    const { items } = await run([source('water', { feed: 'feeds/lang.xml' })]);
    expect(items.map((one) => one.language)).toEqual([language]);
  });
});

describe('an item carries as much HTML as its source lets us quote', () => {
  const long = '<p>agua y más agua</p>'.repeat(10_000);
  test.for([
    ['excerpt', 'granted', 16_000],
    ['full', 'asked', 16_000],
    ['full', 'granted', 100_000],
  ] as const)('%s, %s: %i characters at most', async ([scope, status, most]) => {
    writeFileSync(
      join(root, 'feeds/long.xml'),
      feed(`<title>a</title><link>/a</link><description><![CDATA[${long}]]></description>`),
    );
    const { items } = await run([
      source('water', { feed: 'feeds/long.xml', permission: { scope, status } }),
    ]);
    expect(items[0]?.html.length).toBeLessThanOrEqual(most);
    expect(items[0]?.html.length).toBeGreaterThan(most - 100);
    expect(items[0]?.text.length).toBeGreaterThan(5_000);
  });
});

describe('many sources', () => {
  const many = Array.from({ length: 12 }, (_, n) =>
    source(`s${n}`, { feed: `https://host${n % 3}.example/${n}` }),
  );
  const slow: FetchBytes = async (url) => {
    const n = Number(url.split('/').at(-1));
    await new Promise((done) => setTimeout(done, (13 - n) * 2));
    if (n === 4) throw sourceError('timeout', { why: 'unfinished', url, ms: 1 });
    const bytes = Buffer.from(feed(`<title>t${n}</title><link>/${n}</link>`));
    const place = { url, hops: [], requests: 1 };
    return { status: 200, ...place, contentType: '', headers: {}, raw: bytes, bytes };
  };

  test.for([1, 4, 16])('%i at a time give the same, in the same order', async (concurrency) => {
    const { items, sources, seen } = await run(many, { fetch: slow, concurrency });
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

  test('in any order give the same to be judged', async () => {
    const twice = [...many, ...many.map((one) => source(`copy-of-${one.name}`, one.data))];
    const sieveResult = async (sources: Entry<Source>[]) => {
      const sieve = openSieve({
        known: { ids: new Set(), addresses: new Set(), endings: new Set() },
        now,
        lookBack: 90,
      });
      await run(sources, { fetch: slow, concurrency: 16, sieve });
      return JSON.stringify(sieve.end(), (_, value) => (value instanceof Map ? [...value] : value));
    };
    const expected = await sieveResult(twice);
    for (let seed = 1; seed <= 5; seed += 1) {
      const shuffled = twice.toSorted((a, b) =>
        seeded(a.name, seed) < seeded(b.name, seed) ? -1 : 1,
      );
      expect(await sieveResult(shuffled)).toBe(expected);
    }
  });

  test('of one host, the source that has waited longest is asked first', async () => {
    const asked: string[] = [];
    const days: Record<string, string> = { s0: '2026-11-03', s3: '2026-11-01', s9: '2026-11-02' };
    const { sources } = await run(many, {
      fetch: (url, options) => {
        asked.push(`s${url.split('/').at(-1)}`);
        return slow(url, options);
      },
      concurrency: 1,
      lastAsked: ({ name }) => (name in days ? (`${days[name]}T06:00:00Z` as Instant) : undefined),
    });
    const host0 = asked.filter((name) => Number(name.slice(1)) % 3 === 0);
    expect(host0).toEqual(['s6', 's3', 's9', 's0']);
    expect(sources.map((report) => report.source)).toEqual(many.map(({ name }) => name));
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
