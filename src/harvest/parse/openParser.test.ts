import { afterEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../model/time.ts';
import type { FeedDocument } from '../document.ts';
import { openParser } from './openParser.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const good = document(
  '<rss version="2.0"><channel><title>a</title><item><title>Uno</title></item></channel></rss>',
);
const parsers: ReturnType<typeof openParser>[] = [];

function document(text: string): FeedDocument {
  return {
    status: 200,
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
  const feeds = await Promise.all(Array.from({ length: 10 }, () => parse(good, now)));
  expect(feeds.map(({ entries }) => entries[0]?.title)).toEqual(Array(10).fill('Uno'));
});

test('what is no feed is told, and the thread goes on', async () => {
  const { parse } = open({ workers: 1 });
  await expect(parse(document('<html></html>'), now)).rejects.toMatchObject({
    code: 'source/not-a-feed',
  });
  expect((await parse(good, now)).entries.length).toBe(1);
});

describe('documents that hold a parser up are given up at the deadline, and the next is read', () => {
  test.for([
    ['200,000 nested tags', `<rss version="2.0"><channel><item>${'<a>'.repeat(200_000)}`],
    [
      'links that never end',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">${'<a href='.repeat(60_000)}</content></entry><entry>`,
    ],
    [
      '20,000 nested declarations',
      `<rss version="2.0"><channel><item>${Array.from({ length: 20_000 }, (_, n) => `<a xmlns:n${n}="u">`).join('')}`,
    ],
  ] as const)('%s', { timeout: 30_000 }, async ([, text]) => {
    const { parse } = open({ workers: 1, deadline: 1000 });
    const start = performance.now();
    const ended = await parse(document(text), now).then(
      ({ entries }) => `${entries.length} entries`,
      (error: { code?: string }) => error.code,
    );
    // A parser that has learnt to cope is welcome; what must not happen is that it takes for ever.
    expect(ended).toMatch(/^source\/(?:parser-ended|not-a-feed)$|entries$/);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect((await parse(good, now)).entries.length).toBe(1);
  });

  test('one of them does end at the deadline', { timeout: 30_000 }, async () => {
    const { parse } = open({ workers: 1, deadline: 20 });
    const text = `<rss version="2.0"><channel>${'<item><title>x</title><a></b></item>'.repeat(50_000)}`;
    await expect(parse(document(text), now)).rejects.toMatchObject({ code: 'source/parser-ended' });
  });
});

test('a thread that runs out of memory takes nobody with it', { timeout: 60_000 }, async () => {
  const { parse } = open({ workers: 1, heap: 24, deadline: 20_000 });
  const items = '<item><title>una</title><category>a</category></item>'.repeat(150_000);
  await expect(
    parse(document(`<rss version="2.0"><channel>${items}</channel></rss>`), now),
  ).rejects.toMatchObject({ code: 'source/parser-ended' });
});

test('what is waiting when it is closed fails', async () => {
  const parser = open({ workers: 1 });
  const asked = Promise.allSettled([parser.parse(good, now), parser.parse(good, now)]);
  await parser.close();
  expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
