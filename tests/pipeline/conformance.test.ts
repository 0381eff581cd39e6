import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { type ParsedFeed, parseDocument } from '../../src/harvest/parse/parsedFeed.ts';
import { toMarkdown } from '../../src/markdown/toMarkdown.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { faultOf } from '../../src/model/run/sourceError.ts';
import {
  CONFORMANCE,
  type Expectation,
  readExpectations,
  type Verdict,
  verdictOn,
} from '../support/expectations.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
/** Where the suite is served from. */
const SERVER = 'http://127.0.0.1:8097/';

describe.skipIf(!existsSync(CONFORMANCE))(
  `the conformance suite of ${CONFORMANCE} (skipped where it is not at hand)`,
  () => {
    const crashes: string[] = [];
    const failures: string[] = [];
    const refused: string[] = [];
    const unsafe: string[] = [];
    const folders = new Map<string, Record<Verdict, number>>();
    let texts = 0;

    for (const { file, headers, asserts } of existsSync(CONFORMANCE) ? readExpectations() : []) {
      const bytes = readFileSync(join(CONFORMANCE, file));
      let feed: ParsedFeed | undefined;
      try {
        feed = readFile(file, bytes, headers);
      } catch (error) {
        crashes.push(`${file}: ${String(error)}`);
      }
      const folder = dirname(file);
      const counts = folders.get(folder) ?? none();
      folders.set(folder, counts);
      for (const assertion of asserts) {
        const verdict = verdictOn(assertion, { file, bytes, feed, asserts });
        counts[verdict] += 1;
        if (verdict === 'fail')
          failures.push(`${file}: ${assertion.path.join('.')} ${JSON.stringify(assertion.value)}`);
        if (verdict === 'refused') refused.push(file);
      }
      if (!folder.endsWith('sanitize')) continue;
      for (const { html } of feed?.entries ?? []) {
        texts += 1;
        const fault = faultOfMarkdown(toMarkdown(html, { base: SERVER }));
        if (fault !== undefined) unsafe.push(`${file}: ${fault}`);
      }
    }

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
      const rows = [...folders];
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
  },
);

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

/** Undefined where the file is no feed, which is an answer too. */
function readFile(
  file: string,
  bytes: Uint8Array,
  headers: Expectation['headers'],
): ParsedFeed | undefined {
  // `Content-Location` has no say in what links are relative to: RFC 7231, appendix B.
  const document = {
    bytes,
    contentType: headers['content-type'] ?? '',
    contentLanguage: headers['content-language'],
    url: new URL(`/${file}`, SERVER).href,
  };
  try {
    return parseDocument(document, { now });
  } catch (error) {
    if (faultOf(error) === undefined) throw error;
    return undefined;
  }
}
