import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { LedgerLine } from '../model/desk/ledger/ledger.ts';
import { ledgerText } from './ledgerText.ts';
import { listFiles } from './listFiles.ts';
import { readDesk } from './readDesk.ts';
import { readLedgerFile } from './readLedger.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function readLines(...lines: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'criba-ledger-'));
  folders.push(folder);
  writeFileSync(join(folder, 'x.ndjson'), lines.join('\n'));
  return readLedgerFile(folder, 'x.ndjson', 'content/ledger/x.ndjson');
}

const ITEM =
  '{"at":"2026-11-21T09:00:00Z","id":"0123456789ab","event":"drop","source":"a","title":"Rain","url":"https://a.example/1","language":"en"}';
const SLOT =
  '{"at":"2026-11-21T09:00:00Z","what":"slot","id":"5107c0ffee00","event":"proposed","channel":"web","pick":"rain-0123456","when":"2026-12-01","title":"Rain","because":"evergreen"}';
const RUN =
  '{"at":"2026-11-21T09:00:00Z","what":"run","run":"20261121t090000z-harvest","sources":3,"answered":2,"fresh":40,"proposed":5}';

describe('a line of the ledger', () => {
  test.for<[string, string]>([
    ['an item', ITEM],
    ['a slot', SLOT],
    ['a run', RUN],
  ])('about %s is read as it says, and written as it was', ([, text]) => {
    const { lines, findings } = readLines(text);
    expect(findings).toEqual([]);
    expect(lines).toEqual([JSON.parse(text)]);
    expect(ledgerText(lines)).toBe(`${text}\n`);
  });

  test('is written with its keys in the order of its schema, whoever made it', () => {
    const turned = Object.fromEntries(Object.entries(JSON.parse(RUN)).reverse());
    expect(ledgerText([turned as unknown as LedgerLine])).toBe(`${RUN}\n`);
  });

  test('comes after those of items and slots of its instant if it is about a run', () => {
    const { lines } = readLines(RUN, SLOT, ITEM);
    expect(ledgerText(lines)).toBe(`${ITEM}\n${SLOT}\n${RUN}\n`);
  });

  test('of an unknown kind is left out alone, and says so', () => {
    const { lines, findings } = readLines(ITEM, RUN.replace('"run"', '"rum"'), SLOT);
    expect(lines.map(({ what }) => what)).toEqual([undefined, 'slot']);
    expect(findings).toMatchObject([{ code: 'ledger/unknown-what', line: 2, severity: 'error' }]);
  });

  test('with a key that it does not know is left out, and says which', () => {
    const { lines, findings } = readLines(ITEM.replace('{', '{"titel":"Rain",'));
    expect(lines).toEqual([]);
    expect(findings).toMatchObject([
      { code: 'ledger/unknown-key', values: { key: 'titel', near: 'title' }, severity: 'error' },
    ]);
  });

  test('that is JSON and no object is left out', () => {
    const codes = readLines('5', '[]', 'null').findings.map(({ code }) => code);
    expect(codes).toEqual(['ledger/not-json', 'ledger/not-json', 'ledger/not-json']);
  });

  test.for<[string, string]>([
    ['an item without an event', ITEM.replace('"event":"drop",', '')],
    ['an item with a key of a run', ITEM.replace('{', '{"fresh":4,')],
    ['a run with an event', RUN.replace('"run":"2026', '"event":"keep","run":"2026')],
    ['a slot with an event of items', SLOT.replace('"proposed"', '"takedown"')],
    ['nothing at all', 'null'],
  ])('about %s is left out, and the others count', ([, text]) => {
    const { lines, findings } = readLines(text, ITEM);
    expect(lines).toHaveLength(1);
    expect(findings).toMatchObject([{ line: 1 }]);
  });
});

test('every line of the sample desk reads as it was written', async () => {
  const { files } = listFiles('content', 'ledger');
  const written = files.flatMap((path) =>
    readFileSync(join('content', path), 'utf8')
      .trim()
      .split('\n')
      .map((text): unknown => JSON.parse(text)),
  );
  const { items, slots, runs } = (await readDesk('content')).ledger;
  expect(items.length).toBeGreaterThan(100);
  expect([...items, ...slots, ...runs]).toEqual(written);
});
