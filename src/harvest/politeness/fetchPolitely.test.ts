import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseFile } from '../../memory/openDatabase.ts';
import { type Memory, openMemory } from '../../memory/openMemory.ts';
import type { RecordedResponse } from '../../memory/runRecord.ts';
import type { Entry } from '../../model/desk/desk.ts';
import { Source } from '../../model/desk/source.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { FeedDocument, Reply, Validators } from '../../model/run/document.ts';
import { SourceError, sourceError } from '../../model/run/sourceError.ts';
import type { RememberedItem } from '../../model/run/sourceMemory.ts';
import type { FollowUp, ParseResult, SourceResponse } from '../../model/run/sourceResponse.ts';
import { fetchPolitely } from './fetchPolitely.ts';

const day = (n: number, hour = 6) =>
  `2026-11-${String(n).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z` as Instant;
const feed = 'https://rios.example/feed';
const items: RememberedItem[] = [{ id: '0123456789ab', address: 'https://rios.example/a' }];

let folder: string;
let memory: Memory;
let sent: { url: string; validators: Validators | undefined }[];
let recorded: RecordedResponse[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criba-politeness-'));
  memory = openMemory(folder);
  sent = [];
  recorded = [];
});
afterEach(() => {
  memory.close();
  rmSync(folder, { recursive: true });
});

function source(address = feed, name = 'rios'): Entry<Source> {
  const data = Source.parse({ title: 'Ríos', feed: address, language: 'es' });
  return { name, path: `sources/${name}.md`, data, body: '', hash: '' };
}

const bytes = Buffer.from('<rss/>');
function reply(status: 200 | 304, headers: Record<string, string> = {}, more = {}): Reply {
  return {
    status,
    url: feed,
    contentType: 'application/rss+xml',
    headers,
    raw: status === 200 ? bytes : Buffer.alloc(0),
    bytes: status === 200 ? bytes : Buffer.alloc(0),
    hops: [],
    requests: 1,
    ...more,
  };
}

function refused(
  fault: 'busy' | 'gone' | 'status',
  status: number,
  headers: Record<string, string> = {},
): SourceError {
  const values = { url: 'https://rios.example/feed', status: String(status) };
  return sourceError(fault, values, { refusal: { status, headers, hops: [] } });
}

interface Turn {
  now?: Instant;
  /** several, where it is asked several times */
  answer: Reply | SourceError | (Reply | SourceError)[];
  /** what came of the document; it holds `items`, if left out */
  result?: ParseResult;
  spent?: boolean;
  rules?: string;
  address?: string;
  name?: string;
}

/** Fetches once, as a run does, and says what came of it. */
async function ask({
  now = day(1),
  answer,
  result,
  spent = false,
  rules = '',
  address,
  name,
}: Turn) {
  const answers = [answer].flat();
  const fetchSource = fetchPolitely({
    now,
    root: folder,
    folder: 'content',
    memory,
    rules,
    random: () => 0.5,
    hasNothingNew: () => spent,
    isFresh: () => false,
    fetch: async (url, { validators, before } = {}) => {
      sent.push({ url, validators });
      before?.(new URL(url));
      const next = (answers.length > 1 ? answers.shift() : answers[0]) as Reply | SourceError;
      if (next instanceof SourceError) throw next;
      return next;
    },
    onRecord: (_, one) => recorded.push(one),
  });
  const response = await fetchSource(source(address, name), {});
  const followUp = follow(response, result ?? { kind: 'parsed', items });
  const { requests } = response.request;
  return { ...followUp, was: inWords(response), requests, document: documentOf(response) };
}

function follow(response: SourceResponse, result: ParseResult): FollowUp {
  return 'onParsed' in response ? response.onParsed(result) : response.onUnparsed();
}

/** `fresh`, `cached: unchanged`, `skipped: resting`, `failed: busy` */
function inWords(response: SourceResponse): string {
  switch (response.kind) {
    case 'fresh':
      return 'fresh';
    case 'cached':
    case 'skipped':
      return `${response.kind}: ${response.reason}`;
    case 'failed':
      return `failed: ${response.error.fault}`;
  }
}

function documentOf(response: SourceResponse): FeedDocument | undefined {
  return 'document' in response ? response.document : undefined;
}

describe('an answer that could be read', () => {
  const headers = { etag: 'W/"á b"', 'last-modified': 'whenever it was', 'content-type': 'x' };

  test('is asked for conditionally the next time, its validators byte for byte', async () => {
    await ask({ answer: reply(200, headers) });
    await ask({ now: day(2), answer: reply(304) });
    expect(sent.map(({ validators }) => validators)).toEqual([
      undefined,
      { etag: 'W/"á b"', lastModified: 'whenever it was' },
    ]);
  });
  test('is given again when nothing has changed', async () => {
    await ask({ answer: reply(200, headers) });
    const again = await ask({ now: day(2), answer: reply(304) });
    expect([again.was, again.requests]).toEqual(['cached: unchanged', 1]);
    expect(Buffer.from(again.document?.bytes ?? []).toString()).toBe('<rss/>');
    expect(again.document?.contentType).toBe('x');
  });
  test('is not read again where nothing can become of its items', async () => {
    await ask({ answer: reply(200, headers) });
    const again = await ask({ now: day(2), answer: reply(304), spent: true });
    expect(again.was).toBe('skipped: unchanged');
    // What it knew of the items stays for the run after.
    const third = await ask({ now: day(3), answer: reply(304), spent: true });
    expect(third.was).toBe('skipped: unchanged');
  });
  test('is read again where the rules of addresses have changed', async () => {
    await ask({ answer: reply(200, headers), rules: 'one' });
    const again = await ask({ now: day(2), answer: reply(304), spent: true, rules: 'two' });
    expect(again.document).toBeDefined();
  });
  test('keeps its validators, whatever an answer 304 says', async () => {
    await ask({ answer: reply(200, headers) });
    await ask({ now: day(2), answer: reply(304, { etag: '"other"' }) });
    await ask({ now: day(3), answer: reply(304) });
    expect(sent[2]?.validators).toEqual({ etag: 'W/"á b"', lastModified: 'whenever it was' });
  });
});

test('an answer 304 from another place than last time is no answer', async () => {
  await ask({ answer: reply(200, { etag: '"a"' }) });
  const away = reply(304, {}, { url: 'https://elsewhere.example/' });
  const again = await ask({ now: day(2), answer: [away, reply(200)] });
  expect(again.was).toBe('fresh');
  expect(sent.map(({ validators }) => validators?.etag)).toEqual([undefined, '"a"', undefined]);
});

test('a stored copy that is damaged is not given: the source is asked in full', async () => {
  await ask({ answer: reply(200, { etag: '"a"' }) });
  const database = new DatabaseSync(databaseFile(folder));
  database.exec("UPDATE bodies SET raw = x'00'");
  database.close();
  const again = await ask({ now: day(2), answer: [reply(304), reply(200, { etag: '"a"' })] });
  expect([again.was, again.requests]).toEqual(['fresh', 2]);
  const third = await ask({ now: day(3), answer: reply(304) });
  expect([third.was, third.document?.bytes.length]).toEqual(['cached: unchanged', bytes.length]);
});

test.for([400, 412, 431])(
  'a server that answers its own validators with %i is asked without them',
  async (status) => {
    await ask({ answer: reply(200, { 'last-modified': 'yesterday' }) });
    const refusal = refused('status', status);
    const again = await ask({ now: day(2), answer: [refusal, reply(200)] });
    expect([again.was, sent.at(-1)?.validators]).toEqual(['fresh', undefined]);
  },
);

describe('validators are not kept', () => {
  const fault = sourceError('notAFeed', { why: 'page' });
  test('of an answer that is no feed', async () => {
    await ask({ answer: reply(200, { etag: '"good"' }) });
    await ask({
      now: day(2),
      answer: reply(200, { etag: '"page"' }),
      result: { kind: 'failed', error: fault },
    });
    await ask({ now: day(3), answer: reply(304) });
    expect(sent[2]?.validators?.etag).toBe('"good"');
  });
  test('of a body that has vanished: the next run asks in full', async () => {
    await ask({ answer: reply(200, { etag: '"good"' }) });
    memory.bodies.keepOnly(new Set(), 0);
    const again = await ask({ now: day(2), answer: reply(200, { etag: '"good"' }) });
    expect(sent[1]?.validators).toBeUndefined();
    expect(again.was).toBe('fresh');
  });
  test('of another address', async () => {
    await ask({ answer: reply(200, { etag: '"good"' }) });
    await ask({ now: day(2), answer: reply(200), address: 'https://rios.example/rss' });
    expect(sent[1]?.validators).toBeUndefined();
  });
  test('in a dry run', async () => {
    memory.close();
    memory = openMemory(folder, { write: false });
    await ask({ answer: reply(200, { etag: '"good"' }) });
    await ask({ now: day(2), answer: reply(200) });
    expect(sent[1]?.validators).toBeUndefined();
  });
});

describe('a source is not asked', () => {
  test('before its answer has expired, and the answer is given again', async () => {
    const first = await ask({ answer: reply(200, { 'cache-control': 'max-age=7200' }) });
    expect(first.next).toBe(day(1, 8));
    const second = await ask({ now: day(1, 7), answer: reply(200) });
    expect([second.was, second.next, sent.length]).toEqual(['cached: resting', day(1, 8), 1]);
    expect(second.document).toBeDefined();
    await ask({ now: day(1, 8), answer: reply(200) });
    expect(sent).toHaveLength(2);
  });
  test('while its feed asks to be left alone', async () => {
    await ask({ answer: reply(200), result: { kind: 'parsed', items, hints: { skipHours: [7] } } });
    expect((await ask({ now: day(1, 7), answer: reply(200) })).was).toBe('cached: resting');
    expect((await ask({ now: day(1, 8), answer: reply(200) })).was).toBe('fresh');
  });
  test('before its Retry-After', async () => {
    const busy = await ask({ answer: refused('busy', 429, { 'retry-after': '10800' }) });
    expect([busy.was, busy.next]).toEqual(['failed: busy', day(1, 9)]);
    expect((await ask({ now: day(1, 8), answer: reply(200) })).was).toBe('skipped: resting');
    expect((await ask({ now: day(1, 9), answer: reply(200) })).was).toBe('fresh');
  });
  test('where its neighbour on the domain was told to wait, until one of them answers', async () => {
    await ask({ answer: refused('busy', 503) });
    const neighbour = { address: 'https://blog.rios.example/feed', name: 'blog' };
    expect((await ask({ ...neighbour, answer: reply(200) })).was).toBe('skipped: resting');
    expect(sent).toHaveLength(1);
    expect((await ask({ ...neighbour, now: day(1, 7), answer: reply(200) })).was).toBe('fresh');
    expect(memory.domains.get('rios.example')).toBeUndefined();
  });
  test('by another on its host while it waits, even in the same run', async () => {
    const asking = (answer: Reply | SourceError, name: string) =>
      fetchPolitely({
        now: day(1),
        root: folder,
        folder: 'content',
        memory,
        rules: '',
        random: () => 0.5,
        hasNothingNew: () => false,
        isFresh: () => false,
        fetch: async () => {
          if (answer instanceof SourceError) throw answer;
          return answer;
        },
      })(source(`https://rios.example/${name}`, name), {});
    // Nothing is remembered of the first when the next is asked.
    const first = await asking(refused('busy', 429, { 'retry-after': '864000' }), 'a');
    const second = await asking(reply(200), 'b');
    expect([first, second].map(inWords)).toEqual(['failed: busy', 'skipped: resting']);
    expect(memory.domains.get('rios.example')?.until).toBe(day(11));
  });
  test('for longer where a busy neighbour says so, and not for shorter', async () => {
    await ask({ answer: refused('busy', 429, { 'retry-after': '864000' }) });
    const until = memory.domains.get('rios.example')?.until;
    memory.domains.set('elsewhere.example', { until: day(2), times: 1 });
    const busy = sourceError(
      'busy',
      { url: feed, status: '503' },
      {
        refusal: {
          status: 503,
          headers: {},
          hops: [{ status: 302, from: 'https://elsewhere.example/', to: 'https://rios.example/b' }],
        },
      },
    );
    await ask({ now: day(3), answer: busy, address: 'https://elsewhere.example/', name: 'b' });
    expect(memory.domains.get('rios.example')).toEqual({ until, times: 2 });
  });
  test('but that it is, where a clock that ran ahead had it wait for years', async () => {
    memory.domains.set('rios.example', { until: '2036-01-01T00:00:00Z' as Instant, times: 1 });
    expect((await ask({ answer: reply(200) })).was).toBe('fresh');
  });
  test('before the time that came with a fault', async () => {
    await ask({ answer: refused('status', 500, { 'retry-after': '86400' }) });
    expect((await ask({ now: day(1, 23), answer: reply(200) })).was).toBe('skipped: resting');
    expect((await ask({ now: day(2), answer: reply(200) })).was).toBe('fresh');
  });
  test('again for as long as an answer 304 confirms', async () => {
    await ask({ answer: reply(200, { etag: '"a"', 'cache-control': 'max-age=86400' }) });
    expect((await ask({ now: day(2), answer: reply(304) })).next).toBe(day(3));
    const sooner = await ask({
      now: day(3),
      answer: reply(304, { 'cache-control': 'max-age=60' }),
    });
    expect(sooner.next).toBe('2026-11-03T06:01:00Z');
  });
  test('after it has failed over and over, but for half a day at most', async () => {
    let asked = 0;
    for (let hour = 0; hour < 72; hour += 1) {
      const now = day(1 + Math.floor(hour / 24), hour % 24);
      const { was } = await ask({ now, answer: refused('status', 500) });
      if (was === 'failed: status') asked += 1;
      else expect(was).toBe('skipped: resting');
    }
    expect(asked).toBeGreaterThan(8);
    expect(asked).toBeLessThan(16);
  });
  test('over the network when its feed is an address that nobody may read', async () => {
    const given = await ask({ answer: reply(200), address: 'ftp://rios.example/feed' });
    expect([given.was, sent.length]).toEqual(['failed: refused', 0]);
  });
});

describe('people are told', () => {
  test('where a feed has moved for good, for as long as it has', async () => {
    const to = 'https://rios.example/rss';
    const hops = [{ status: 301, from: feed, to }];
    const first = await ask({ answer: reply(200, {}, { hops, url: to }) });
    expect(first.advice?.[0]?.kind).toBe('moved');
    const second = await ask({ now: day(2), answer: reply(304, {}, { hops, url: to }) });
    expect(second.advice?.[0]?.values).toMatchObject({ since: { day: '2026-11-01' } });
    const back = await ask({ now: day(3), answer: reply(200) });
    expect(back.advice).toEqual([]);
  });
  test('nothing of a way that leads nowhere', async () => {
    const hops = [{ status: 301, from: feed, to: 'https://rios.example/gone' }];
    const lost = sourceError(
      'missing',
      { url: feed, status: '404' },
      { refusal: { status: 404, headers: {}, hops } },
    );
    expect((await ask({ answer: lost })).advice).toEqual([]);
  });
  test('to retire what has been gone for a fortnight, whatever it suffered from before', async () => {
    await ask({ answer: refused('status', 500) });
    const advice: string[] = [];
    for (let n = 2; n <= 20; n += 1) {
      const given = await ask({ now: day(n), answer: refused('gone', 410) });
      if (given.advice?.some(({ kind }) => kind === 'retire')) advice.push(`day ${n}`);
    }
    expect(advice.length).toBeGreaterThan(0);
    expect(advice[0]).toBe('day 16');
    // Once a week and not every day.
    expect(sent.length).toBeLessThan(6);
  });
});

test('what each source gave is told, so that the run can be made again', async () => {
  await ask({ answer: reply(200, { etag: '"a"' }) });
  await ask({ now: day(2), answer: reply(304) });
  await ask({ now: day(3), answer: refused('status', 500) });
  expect(
    recorded.map(({ code, answer, error }) => [code, answer?.body.length, error?.fault]),
  ).toEqual([
    ['ok', 64, undefined],
    ['unchanged', 64, undefined],
    ['status', undefined, 'status'],
  ]);
});

test('a fault of ours is not a source’s', async () => {
  const fetchSource = fetchPolitely({
    now: day(1),
    root: folder,
    folder: 'content',
    memory,
    rules: '',
    random: () => 0.5,
    hasNothingNew: () => false,
    isFresh: () => false,
    fetch: () => Promise.reject(new TypeError('a mistake')),
  });
  await expect(fetchSource(source(), {})).rejects.toThrow('a mistake');
});
