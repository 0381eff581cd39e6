import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import type { FeedDocument } from '../../model/run/document.ts';
import { openParser } from './openParser.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const good = document(
  '<rss version="2.0"><channel><title>a</title><item><title>Uno</title></item></channel></rss>',
);
const parsers: ReturnType<typeof openParser>[] = [];

function document(text: string): FeedDocument {
  return {
    url: 'https://water.example/feed',
    contentType: '',
    bytes: Buffer.from(text),
  };
}

function open(options: Parameters<typeof openParser>[0] = {}) {
  const parser = openParser(options);
  parsers.push(parser);
  return parser;
}

afterEach(async () => {
  await Promise.all(parsers.splice(0).map((parser) => parser.close()));
});

test('reads one after another in few threads', async () => {
  const { parse } = open({ workers: 2 });
  const feeds = await Promise.all(Array.from({ length: 10 }, () => parse(good, { now })));
  expect(feeds.map(({ entries }) => entries[0]?.title)).toEqual(Array(10).fill('Uno'));
});

test('what is no feed is refused, and the thread goes on', async () => {
  const { parse } = open({ workers: 1 });
  await expect(parse(document('<html></html>'), { now })).rejects.toMatchObject({
    code: 'source/not-a-feed',
  });
  expect((await parse(good, { now })).entries.length).toBe(1);
});

describe('what held parsers up is answered like any other document, and the next is read', () => {
  const read = '<item><title>a</title></item>';
  test.for([
    [
      '200,000 nested tags',
      `<rss version="2.0"><channel>${read}<item>${'<a>'.repeat(200_000)}`,
      { total: 1 },
    ],
    [
      'links that never end',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">${'<a href='.repeat(60_000)}</content></entry><entry>`,
      { format: 'atom', total: 1 },
    ],
    [
      '20,000 nested declarations',
      `<rss version="2.0"><channel>${read}<item>${Array.from({ length: 20_000 }, (_, n) => `<a xmlns:n${n}="u">`).join('')}`,
      { total: 1 },
    ],
  ] as const)('%s', async ([, text, answer]) => {
    const { parse } = open({ workers: 1, deadline: 30_000 });
    expect(await parse(document(text), { now }).catch((error: unknown) => error)).toMatchObject(
      answer,
    );
    expect((await parse(good, { now })).entries.length).toBe(1);
  });
});

test('a document that takes too long is given up, and the next is read', async () => {
  const { parse } = open({ workers: 1, deadline: 500 });
  const text = `<rss version="2.0"><channel>${'<item><title>x</title><a></b></item>'.repeat(2_000_000)}`;
  await expect(parse(document(text), { now })).rejects.toMatchObject({
    code: 'source/parser-ended',
    values: { why: 'overrun', ms: 500 },
  });
  expect((await parse(good, { now })).entries.length).toBe(1);
});

test('a thread that dies while it waits is given no document', async () => {
  const threads: Worker[] = [];
  const note = (thread: Worker) => threads.push(thread);
  process.on('worker', note);
  try {
    const { parse } = open({ workers: 1 });
    await parse(good, { now });
    expect(threads.length).toBe(1);
    await threads[0]?.terminate();
    expect((await parse(good, { now })).entries.length).toBe(1);
    expect(threads.length).toBe(2);
  } finally {
    process.off('worker', note);
  }
});

test('a thread that runs out of memory takes nobody with it', async () => {
  const { parse } = open({ workers: 1, heap: 24, deadline: 20_000 });
  const text = `<rss><channel><item><description>${'&amp;'.repeat(4_000_000)}</description></item></channel></rss>`;
  const ended = await parse(document(text), { now }).then(
    ({ total }) => total,
    (error: { code?: string }) => error.code,
  );
  expect(ended).toBe('source/parser-ended');
  expect((await parse(good, { now })).entries.length).toBe(1);
});

test('what is waiting when it is closed fails', async () => {
  const parser = open({ workers: 1 });
  const asked = Promise.allSettled([parser.parse(good, { now }), parser.parse(good, { now })]);
  await parser.close();
  expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
