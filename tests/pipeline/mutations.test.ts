import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openParser } from '../../src/harvest/parse/openParser.ts';
import type { ParsedFeed } from '../../src/harvest/parse/parsedFeed.ts';
import { Instant } from '../../src/model/desk/time.ts';
import { CORPORA, hasCorpora } from '../support/corpora.ts';
import { mutate, seededRandom } from '../support/mutate.ts';
import { size } from '../support/size.ts';

const SEED = 20_261_121;
const TIMES = size({ small: 300, middle: 4_000, whole: 20_000 });
/** Larger ones are few, and would take most of the time. */
const MAX_BYTES = 150_000;
const now = Instant.parse('2026-11-21T12:00:00Z');

const CONTENT_TYPES = [
  '',
  'text/xml',
  'application/rss+xml; charset=utf-8',
  'text/xml; charset=iso-8859-1',
  'text/xml; charset=gbk',
  'text/xml; charset=utf-16',
  'text/xml; charset=hex',
  'text/html; charset="',
  ';charset=\uFFFD;charset=iso-2022-jp',
];

const parser = openParser();
afterAll(parser.close);

test.skipIf(!hasCorpora)(
  `${TIMES} feeds that were damaged are read or refused with a code (seed ${SEED}; skipped where ${CORPORA} is not at hand)`,
  async () => {
    const files = ['feeds/conformance', 'feeds/real'].flatMap((folder) =>
      filesOf(join(CORPORA, folder)),
    );
    const wrong: string[] = [];
    const codes = new Map<string, number>();
    let entries = 0;
    const work = Array.from({ length: TIMES }, (_, number) => number).values();

    const readSome = async () => {
      for (const number of work) {
        // One for each, so that a feed is damaged alike in whatever order they are read.
        const random = seededRandom(SEED + number * 7_919);
        const file = files[Math.floor(random() * files.length)] ?? '';
        const { bytes, faults } = mutate(readFileSync(file), random);
        const url = `https://feeds.example/${number}.xml`;
        try {
          const contentType = CONTENT_TYPES[Math.floor(random() * CONTENT_TYPES.length)] ?? '';
          const feed = await parser.parse({ bytes, contentType, url }, { now });
          entries += feed.entries.length;
          const fault = faultIn(feed);
          if (fault !== undefined) wrong.push(`${number} ${file} (${faults}): ${fault}`);
          codes.set('ok', (codes.get('ok') ?? 0) + 1);
        } catch (error) {
          const code =
            error instanceof Error && 'code' in error ? String(error.code) : String(error);
          codes.set(code, (codes.get(code) ?? 0) + 1);
          if (code !== 'source/not-a-feed' || /cannot be read/.test(String(error)))
            wrong.push(`${number} ${file} (${faults}): ${String(error)}`);
        }
      }
    };
    await Promise.all([readSome(), readSome(), readSome(), readSome()]);

    const counted = [...codes].map(([code, times]) => `${times} ${code}`).join(', ');
    process.stdout.write(`seed ${SEED}, ${TIMES} damaged feeds: ${counted}; ${entries} entries\n`);
    expect(wrong).toEqual([]);
    expect(entries).toBeGreaterThan(TIMES);
  },
);

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter(
      (path) =>
        !/\.(?:tsv|json)$/.test(path) || (path.includes('feeds/real/') && path.endsWith('.json')),
    )
    .filter((path) => statSync(path).isFile() && statSync(path).size <= MAX_BYTES);
}

/** What no feed may bring in, wherever it stands; undefined where all is well. */
function faultIn({ entries, ...feed }: ParsedFeed): string | undefined {
  for (const value of [...strings(feed), ...entries.flatMap(strings)]) {
    if (value.includes('\0')) return `NUL in ${value.slice(0, 80)}`;
    if (!value.isWellFormed()) return `half a character in ${value.slice(0, 80)}`;
    if (value === 'Invalid Date') return value;
  }
  for (const { published, updated, title, text, ...entry } of entries) {
    for (const address of [entry.url, entry.image, entry.comments, entry.license, feed.site]) {
      if (address !== undefined && !/^https?:\/\/[^\s<>"]+$/.test(address))
        return `address ${address}`;
    }
    for (const date of [published, updated]) {
      if (date !== undefined && !Instant.safeParse(date).success) return `date ${date}`;
    }
    if (/\p{Cc}/u.test(title + text)) return `control character in ${title}`;
  }
  return undefined;
}

function strings(value: object): string[] {
  return Object.values(value).flatMap((part) =>
    typeof part === 'string'
      ? part
      : typeof part === 'object' && part !== null
        ? strings(part)
        : [],
  );
}
