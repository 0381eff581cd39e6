import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harvest } from '../../src/harvest/harvest.ts';
import { parseDocument } from '../../src/harvest/parse/parsedFeed.ts';
import { fetchPolitely } from '../../src/harvest/politeness/fetchPolitely.ts';
import { openMemory } from '../../src/memory/openMemory.ts';
import { DEFAULT_ADDRESS_RULES } from '../../src/model/desk/addressRules.ts';
import type { Entry } from '../../src/model/desk/desk.ts';
import { Source } from '../../src/model/desk/source.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import type { SourceReport } from '../../src/model/run/runReport.ts';
import { openFetch } from '../../src/net/openFetch.ts';
import { withRetries } from '../../src/net/withRetries.ts';
import { addressing } from '../../src/text/address.ts';
import { type Behaviour, PolitePublishers } from '../support/politePublisher.ts';
import { size } from '../support/size.ts';

const START = '2026-10-05T00:00:00Z'; // a Monday
const DAYS = size({ small: 5, middle: 16, whole: 30 });
const FEEDS = size({ small: 40, middle: 60, whole: 100 });
const FEEDS_PER_HOST = 5;
const RUNS_PER_DAY = 24;

const date = (hour: number) => new Date(Date.parse(START) + hour * 3_600_000).toUTCString();
const daily = (hour: number) => Math.floor(hour / 24);

/** What publishers do, over and over again through the feeds. */
const BEHAVIOURS: Behaviour[] = [
  { name: 'new every day', version: daily },
  { name: 'etag alone', version: daily, validators: ['etag'] },
  { name: 'date alone', validators: ['last-modified'] },
  { name: 'max-age', headers: () => ({ 'cache-control': 'public, max-age=10800' }), rest: 3 },
  { name: 'expires', headers: (hour) => ({ date: date(hour), expires: date(hour + 4) }), rest: 4 },
  { name: 'ttl', channel: '<ttl>120</ttl>', rest: 2 },
  {
    name: 'twice a day',
    rest: 12,
    channel: '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>',
  },
  {
    name: 'nights',
    quiet: [0, 1, 2, 3],
    channel: '<skipHours><hour>0</hour><hour>1</hour><hour>2</hour><hour>3</hour></skipHours>',
  },
  { name: 'always the same' },
  {
    name: 'busy, in seconds',
    version: daily,
    instead: (hour) =>
      hour % 31 === 7 ? { status: 429, headers: { 'retry-after': '18000' } } : undefined,
  },
  {
    name: 'busy, until a date',
    instead: (hour) =>
      hour % 37 === 9 ? { status: 503, headers: { 'retry-after': date(hour + 6) } } : undefined,
  },
  {
    name: 'in trouble on Tuesdays',
    instead: (hour) => (daily(hour) % 7 === 1 ? { status: 500 } : undefined),
  },
  { name: 'gone', instead: (hour) => (hour > 30 ? { status: 410 } : undefined) },
  { name: 'missing', instead: (hour) => (hour > 40 ? { status: 404 } : undefined) },
  {
    name: 'a gateway that stumbles',
    instead: (hour) => (hour % 11 === 3 ? { status: 502 } : undefined),
  },
  {
    name: 'hourly and busy',
    version: (hour) => hour,
    rest: 1,
    headers: () => ({ 'cache-control': 'max-age=3600' }),
  },
];

describe(`${FEEDS} feeds, asked every hour for ${DAYS} days`, () => {
  const publishers = new PolitePublishers(START);
  const folder = mkdtempSync(join(tmpdir(), 'criba-politeness-'));
  const waits: number[] = [];
  const retriesOf = new Map<string, number>();
  let reports: SourceReport[] = [];
  let mostRetries = 0;

  beforeAll(async () => {
    const sources = await openSources(publishers);
    const network = openFetch({
      userAgent: 'Criba/0.1 (+mesa@agua.example)',
      allowHosts: publishers.hosts,
    });
    let chance = 0;
    const random = () => {
      chance = (chance * 16_807 + 11) % 2_147_483_647;
      return chance / 2_147_483_647;
    };
    const fetch = withRetries(network.fetch, {
      random,
      clock: () => 0,
      sleep: async (ms) => waits.push(ms),
    });
    for (let run = 0; run < DAYS * RUNS_PER_DAY; run += 1) {
      publishers.hour = run;
      retriesOf.clear();
      const now = new Date(Date.parse(START) + run * 3_600_000).toISOString() as Instant;
      const memory = openMemory(folder);
      reports = await harvest(sources, {
        now,
        fetchSource: fetchPolitely({
          now,
          root: folder,
          folder: 'content',
          memory,
          rules: '',
          random,
          hasNothingNew: () => true,
          isFresh: () => false,
          fetch: (url, options) =>
            fetch(url, {
              ...options,
              before: () => {
                retriesOf.set(url, (retriesOf.get(url) ?? -1) + 1);
                mostRetries = Math.max(mostRetries, retriesOf.get(url) ?? 0);
              },
            }),
        }),
        parse: async (document, options) => parseDocument(document, options),
        addressing: addressing(DEFAULT_ADDRESS_RULES),
        sieve: { add: () => {} },
        concurrency: 16,
      });
      memory.close();
    }
    await network.close();
    const { requests, later, conditional } = publishers.complaints;
    process.stdout.write(
      `politeness: ${requests} requests of at most ${FEEDS * DAYS * RUNS_PER_DAY}; ${later} after the first, ${((conditional / later) * 100).toFixed(1)} % conditional\n`,
    );
  });
  afterAll(async () => {
    await publishers.close();
    rmSync(folder, { recursive: true });
  });

  test('no request comes before its time', () => {
    expect(publishers.complaints.requests).toBeGreaterThan(FEEDS * DAYS * 4);
    expect(publishers.complaints.early).toEqual([]);
  });
  test('at least 95 % are conditional after the first', () => {
    const { later, conditional } = publishers.complaints;
    expect(later).toBeGreaterThan(FEEDS * DAYS * 4);
    expect(conditional / later).toBeGreaterThanOrEqual(0.95);
  });
  test('validators go back byte for byte', () => {
    expect(publishers.complaints.altered).toEqual([]);
  });
  test('a host has one open request at a time', () => {
    expect(publishers.complaints.crowded).toBe(0);
  });
  test('every request says who asks and where to write, without cookies and referrers', () => {
    expect(publishers.complaints.rude).toEqual([]);
  });
  test('a source is asked twice again in a run at most, after waits that differ', () => {
    expect(mostRetries).toBe(2);
    expect(waits.length).toBeGreaterThan(4);
    expect(new Set(waits.map(Math.round)).size).toBeGreaterThan(waits.length / 2);
    for (const wait of waits) expect(wait >= 500 && wait <= 3_000).toBe(true);
  });
  test.runIf(DAYS > 14)(
    'people are asked to retire what has been gone or missing for a fortnight',
    () => {
      const retire = reports.filter(({ advice }) => advice?.some(({ kind }) => kind === 'retire'));
      expect(new Set(retire.map(({ source }) => source.replace(/-\d+$/, '')))).toEqual(
        new Set(['gone', 'missing']),
      );
    },
  );
});

async function openSources(publishers: PolitePublishers): Promise<Entry<Source>[]> {
  const sources: Entry<Source>[] = [];
  for (let first = 0; first < FEEDS; first += FEEDS_PER_HOST) {
    const behaviours = Array.from(
      { length: FEEDS_PER_HOST },
      (_, n) => BEHAVIOURS[(first + n) % BEHAVIOURS.length] as Behaviour,
    );
    const addresses = await publishers.open(behaviours);
    behaviours.forEach(({ name: title }, n) => {
      const name = `${title.replace(/[^a-z]+/g, '-')}-${first + n}`;
      const data = Source.parse({ title, feed: addresses[n], language: 'es' });
      sources.push({ name, path: `sources/${name}.md`, data, body: '', hash: '' });
    });
  }
  return sources;
}
