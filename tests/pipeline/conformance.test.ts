import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ParsedFeed, parseDocument } from '../../src/harvest/parse/parsedFeed.ts';
import { toMarkdown } from '../../src/markdown/toMarkdown.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { faultOf } from '../../src/model/run/sourceError.ts';
import { decodeText } from '../../src/text/charset.ts';
import {
  CONFORMANCE,
  type Expectation,
  readExpectations,
  type Verdict,
  verdictOn,
} from '../support/expectations.ts';
import { plainTitle, readByWitness, WITNESSES, type Witness } from '../support/witnesses.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
/** Where the suite is served from. */
const SERVER = 'http://127.0.0.1:8097/';

/** What was found in the files of a folder. */
interface Folder {
  verdicts: Counts;
  witnesses: Record<Witness, Comparison>;
}

/** What we and a witness find in the feeds that both read. */
interface Comparison {
  feeds: number;
  /** feeds in which both find as many entries */
  sameCount: number;
  /** of these, feeds in which the titles are the same too */
  sameTitles: number;
  /** entries */
  ours: number;
  theirs: number;
}

describe.skipIf(!existsSync(CONFORMANCE))(
  `the conformance suite of ${CONFORMANCE} (skipped where it is not at hand)`,
  () => {
    const crashes: string[] = [];
    const failures: string[] = [];
    const refused: string[] = [];
    const unsafe: string[] = [];
    const folders = new Map<string, Folder>();
    let texts = 0;

    beforeAll(async () => {
      for (const { file, headers, asserts } of readExpectations()) {
        const bytes = readFileSync(join(CONFORMANCE, file));
        const feed = await readFile(file, bytes, headers).catch((error: unknown) => {
          crashes.push(`${file}: ${String(error)}`);
          return undefined;
        });
        const folder = folders.get(dirname(file)) ?? emptyFolder();
        folders.set(dirname(file), folder);
        for (const assertion of asserts) {
          const verdict = verdictOn(assertion, { file, bytes, feed, asserts });
          folder.verdicts[verdict] += 1;
          if (verdict === 'fail')
            failures.push(
              `${file}: ${assertion.path.join('.')} ${JSON.stringify(assertion.value)}`,
            );
          if (verdict === 'refused') refused.push(file);
        }
        if (feed !== undefined) await compare(folder, { file, bytes, headers, feed });
        if (!dirname(file).endsWith('sanitize')) continue;
        for (const { html } of feed?.entries ?? []) {
          texts += 1;
          const fault = faultOfMarkdown(toMarkdown(html, { base: SERVER }));
          if (fault !== undefined) unsafe.push(`${file}: ${fault}`);
        }
      }
    });

    test('is read without a crash', () => {
      expect(crashes).toEqual([]);
    });

    test('no file that need only be read is refused', () => {
      expect(refused).toEqual([]);
    });

    test('nothing that runs is left in the Markdown of what is to be sanitised', () => {
      expect(unsafe).toEqual([]);
      expect(texts).toBeGreaterThan(200);
    });

    test('at least 92 % of what Criba has a field for is as expected, with and without what is to be sanitised', () => {
      const rows = [...folders].map(([name, { verdicts }]) => [name, verdicts] as const);
      const all = sum(rows);
      const others = sum(rows.filter(([folder]) => !folder.endsWith('sanitize')));
      const lines = [...rows, ['all', all] as const].map(([folder, counts]) => {
        const numbers = VERDICTS.map((verdict) => String(counts[verdict]).padStart(8));
        return `${folder.padEnd(28)}${numbers.join('')}`;
      });
      const head = `${'folder'.padEnd(28)}    pass    fail     n/a    read refused`;
      const shares = `${percent(all)}; without sanitize ${percent(others)}`;
      process.stdout.write(`${[head, ...lines, shares, ...failures].join('\n')}\n`);
      expect(all.pass + all.fail).toBeGreaterThan(700);
      expect(share(all)).toBeGreaterThanOrEqual(0.92);
      expect(share(others)).toBeGreaterThanOrEqual(0.92);
    });

    test.for(WITNESSES)(
      '%s finds as many entries in 98 of 100 files, and in no folder more',
      (witness) => {
        const rows = [...folders].map(([name, { witnesses }]) => ({ name, ...witnesses[witness] }));
        const lines = rows.map(
          ({ name, feeds, sameCount, sameTitles, ours, theirs }) =>
            name.padEnd(28) +
            [feeds, sameCount, sameTitles, ours, theirs]
              .map((n) => String(n).padStart(12))
              .join(''),
        );
        const head = `${witness.padEnd(28)}       feeds  same count same titles        ours      theirs`;
        process.stdout.write(`${[head, ...lines].join('\n')}\n`);
        const total = (field: 'feeds' | 'sameCount') =>
          rows.reduce((sum, row) => sum + row[field], 0);
        expect(total('feeds')).toBeGreaterThan(800);
        expect(total('sameCount') / total('feeds')).toBeGreaterThan(0.98);
        expect(rows.filter(({ ours, theirs }) => theirs > ours)).toEqual([]);
      },
    );
  },
);

function emptyFolder(): Folder {
  const nothing = (): Comparison => ({ feeds: 0, sameCount: 0, sameTitles: 0, ours: 0, theirs: 0 });
  return { verdicts: none(), witnesses: { feedparser: nothing(), feedsmith: nothing() } };
}

/** Counts what the witnesses find in a feed that we read. */
async function compare(
  { witnesses }: Folder,
  {
    file,
    bytes,
    headers,
    feed,
  }: Pick<Expectation, 'file' | 'headers'> & { bytes: Uint8Array; feed: ParsedFeed },
): Promise<void> {
  const { text } = decodeText(bytes, headers['content-type']);
  const theirs = await readByWitness(text, new URL(`/${file}`, SERVER).href);
  for (const witness of WITNESSES) {
    const titles = theirs[witness];
    if (titles === undefined) continue;
    const count = witnesses[witness];
    const isSame = titles.length === feed.total;
    count.feeds += 1;
    count.theirs += titles.length;
    count.ours += feed.total;
    if (isSame) count.sameCount += 1;
    if (
      isSame &&
      feed.entries.every(({ title }, at) => titles[at] === '' || plainTitle(title) === titles[at])
    )
      count.sameTitles += 1;
  }
}

type Counts = Record<Verdict, number>;

const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'notApplicable', 'read', 'refused'];

function none(): Counts {
  return { pass: 0, fail: 0, notApplicable: 0, read: 0, refused: 0 };
}

function sum(rows: readonly (readonly [string, Counts])[]): Counts {
  const total = none();
  for (const [, counts] of rows) {
    for (const verdict of VERDICTS) total[verdict] += counts[verdict];
  }
  return total;
}

function share({ pass, fail }: Counts): number {
  return pass / (pass + fail);
}

function percent(counts: Counts): string {
  return `${(100 * share(counts)).toFixed(1)} % of ${counts.pass + counts.fail}`;
}

const markdown = unified().use(remarkParse).use(remarkGfm);

/** What in Markdown could run, or lead to what runs, in whatever shows it; undefined where nothing does. */
function faultOfMarkdown(text: string): string | undefined {
  const nodes: Nodes[] = [markdown.parse(text)];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.type === 'html') return `markup ${node.value}`;
    if ('url' in node && !/^https?:/.test(node.url)) return `link to ${node.url}`;
    if ('children' in node) nodes.push(...node.children);
  }
  return undefined;
}

/** Undefined if the file is no feed, which is an answer too. */
async function readFile(
  file: string,
  bytes: Uint8Array,
  headers: Expectation['headers'],
): Promise<ParsedFeed | undefined> {
  // `Content-Location` has no say in what links are relative to: RFC 7231, appendix B.
  const document = {
    bytes,
    contentType: headers['content-type'] ?? '',
    contentLanguage: headers['content-language'],
    url: new URL(`/${file}`, SERVER).href,
  };
  try {
    return await parseDocument(document, { now });
  } catch (error) {
    if (faultOf(error) === undefined) throw error;
    return undefined;
  }
}
