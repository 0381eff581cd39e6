import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFetch } from '../../src/harvest/fetch/openFetch.ts';
import { harvest } from '../../src/harvest/harvest.ts';
import { openParser } from '../../src/harvest/parse/openParser.ts';
import type { Entry } from '../../src/model/desk.ts';
import { Item } from '../../src/model/item.ts';
import type { Harvest } from '../../src/model/run.ts';
import { Source } from '../../src/model/source.ts';
import type { Instant } from '../../src/model/time.ts';
import { CORPORA } from '../support/corpora.ts';
import { type FeedServer, startFeedServer } from '../support/feedServer.ts';

const folder = join(CORPORA, 'feeds/real');
const python = '/usr/bin/python3';
const counter = resolve('tests/real/count_entries.py');

describe.skipIf(!existsSync(folder))(
  `the feeds of ${folder} (skipped where they are not at hand)`,
  () => {
    let server: FeedServer;
    let result: Harvest;
    const files = existsSync(folder)
      ? readdirSync(folder).filter((file) => !file.endsWith('.tsv'))
      : [];

    beforeAll(async () => {
      server = await startFeedServer(folder);
      const network = openFetch({ userAgent: 'Criba/test', allowHosts: [server.host] });
      const parser = openParser();
      try {
        result = await harvest(
          files.map((file) => sourceOf(server, file)),
          {
            now: '2026-11-21T12:00:00Z' as Instant,
            root: folder,
            fetch: network.fetch,
            parse: parser.parse,
          },
        );
      } finally {
        await Promise.all([network.close(), parser.close()]);
      }
    }, 120_000);
    afterAll(() => server.close());

    test('each file is a line of the report, and its items add up', () => {
      expect(result.sources.map(({ source }) => source)).toEqual(files.map(nameOf));
      const counted = result.sources.reduce((sum, { items }) => sum + items, 0);
      expect(result.items.length + result.unusable.length).toBe(counted);
      expect(counted).toBeGreaterThan(5000);
    });

    test('every item is valid, whole and clean', () => {
      const wrong = result.items.filter(
        (item) =>
          !Item.safeParse(item).success || /[\p{Cc}\p{Surrogate}]/u.test(item.title + item.text),
      );
      expect(wrong).toEqual([]);
    });

    test.skipIf(!canCount())(
      'as many items as feedparser for Python, on 99.5 % of the feeds that it reads',
      { timeout: 120_000 },
      () => {
        const lines = execFileSync(python, [counter, folder], { encoding: 'utf8', maxBuffer: 1e8 })
          .trim()
          .split('\n');
        const theirs = lines
          .map((line): { file: string; entries: number } => JSON.parse(line))
          .filter(({ entries }) => entries > 0);
        const ours = new Map(result.sources.map((report) => [report.source, report]));
        const different = theirs.filter(
          ({ file, entries }) => ours.get(nameOf(file))?.items !== entries,
        );
        expect(theirs.length).toBeGreaterThan(300);
        expect(different.length / theirs.length).toBeLessThan(0.005);
        for (const { file } of different) expect(ours.get(nameOf(file))?.code).not.toBe('ok');
      },
    );
  },
);

function canCount(): boolean {
  try {
    execFileSync(python, ['-c', 'import feedparser'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function nameOf(file: string): string {
  return `feed-${file.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function sourceOf(server: FeedServer, file: string): Entry<Source> {
  const data = Source.parse({ title: file, feed: `${server.url}/${file}`, language: 'en' });
  return { name: nameOf(file), path: `sources/${nameOf(file)}.md`, data, body: '', hash: '' };
}
