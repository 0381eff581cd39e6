import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harvest } from '../../src/harvest/harvest.ts';
import { openRun } from '../../src/harvest/openRun.ts';
import { DEFAULT_ADDRESS_RULES } from '../../src/model/desk/addressRules.ts';
import type { Entry } from '../../src/model/desk/desk.ts';
import { Settings } from '../../src/model/desk/settings.ts';
import { Source } from '../../src/model/desk/source.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { Item } from '../../src/model/run/item.ts';
import type { ItemOutcome, SourceReport } from '../../src/model/run/runReport.ts';
import { addressing } from '../../src/text/address.ts';
import { CORPORA } from '../support/corpora.ts';
import { type FeedServer, startFeedServer } from '../support/feedServer.ts';

const folder = join(CORPORA, 'feeds/real');
const python = '/usr/bin/python3';
const counter = resolve('tests/real/count_entries.py');

describe.skipIf(!existsSync(folder))(
  `the feeds of ${folder} (skipped where they are not at hand)`,
  () => {
    let server: FeedServer;
    let sources: SourceReport[];
    const items: Item[] = [];
    const unlinked: ItemOutcome[] = [];
    const files = existsSync(folder)
      ? readdirSync(folder).filter((file) => !file.endsWith('.tsv'))
      : [];

    beforeAll(async () => {
      server = await startFeedServer(folder);
      const now = '2026-11-21T12:00:00Z' as Instant;
      const run = openRun({
        now,
        root: folder,
        folder: 'content',
        rules: '',
        hasNothingNew: () => false,
        isFresh: () => false,
        write: false,
        settings: Settings.parse({
          name: 'x',
          languages: ['es'],
          timeZone: 'Europe/Madrid',
          contact: 'mesa@agua.example',
        }),
        env: { CRIBA_ALLOW_HOSTS: server.host },
      });
      try {
        sources = await harvest(
          files.map((file) => sourceOf(server, file)),
          {
            now,
            fetchSource: run.fetchSource,
            parse: run.parse,
            addressing: addressing(DEFAULT_ADDRESS_RULES),
            sieve: {
              add(added, without = []) {
                items.push(...added);
                unlinked.push(...without);
              },
            },
          },
        );
      } finally {
        await run.finish();
        run.close();
      }
    });
    afterAll(() => server.close());

    test('each file is a line of the report, and its items add up', () => {
      expect(sources.map(({ source }) => source)).toEqual(files.map(nameOf));
      const counted = sources.reduce((sum, report) => sum + report.items, 0);
      expect(items.length + unlinked.length).toBe(counted);
      expect(counted).toBeGreaterThan(5000);
    });

    test('every item is valid, whole and clean', () => {
      const wrong = items.filter(
        (item) =>
          !Item.safeParse(item).success || /[\p{Cc}\p{Surrogate}]/u.test(item.title + item.text),
      );
      expect(wrong).toEqual([]);
    });

    test.skipIf(!canCount())(
      'as many items as feedparser for Python, on 99.5 % of the feeds that it reads',
      () => {
        const lines = execFileSync(python, [counter, folder], { encoding: 'utf8', maxBuffer: 1e8 })
          .trim()
          .split('\n');
        const theirs = lines
          .map((line): { file: string; entries: number } => JSON.parse(line))
          .filter(({ entries }) => entries > 0);
        const ours = new Map(sources.map((report) => [report.source, report]));
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
