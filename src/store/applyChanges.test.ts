import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../model/desk.ts';
import { LedgerLine } from '../model/ledger.ts';
import { applyChanges } from './applyChanges.ts';
import { readDesk } from './readDesk.ts';

const LEDGER = 'ledger/2026/11/20261121t090000z-harvest.ndjson';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criba-write-'));
  put('desk.md', '---\nname: D\nlanguages: [en]\ntimeZone: UTC\ncontact: x\n---\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const take = (path: string) => readFileSync(join(folder, path), 'utf8');

const line = LedgerLine.parse({
  at: '2026-11-21T09:00:00Z',
  id: '0123456789ab',
  event: 'proposed',
  source: 'a',
  title: 'Rain',
  url: 'https://a.example/rain',
  language: 'en',
});
const facts = {
  id: line.id,
  title: 'Rain',
  url: line.url,
  source: 'a',
  language: 'en',
  harvested: line.at,
  audience: 'b',
  score: 8,
};
const create: Change = {
  do: 'create',
  kind: 'candidates',
  path: 'candidates/2026/11/rain-012345.md',
  data: { ...facts, why: [{ signal: 'base', points: 8 }], decision: '', reason: '' },
  body: '> Soil.',
};

test('a proposed line remembers its file as written, so that the file can be told from one that was touched', async () => {
  applyChanges(folder, { changes: [create], lines: [line] }, LEDGER);
  const { candidates, ledger } = await readDesk(folder);
  expect(candidates[0]?.hash).toBe(ledger[0]?.hash);
  expect(ledger[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('a kept candidate takes everything that people wrote along: words, comments, keys that we do not know', () => {
  put(
    'candidates/2026/11/rain-012345.md',
    '---\n# Marta: for the spring issue\nid: 0123456789ab\ntitle: "Rain, at last"\nurl: https://a.example/rain\nmood: calm\ndecision: keep\nreason: "good"\n---\n\nMy words.\n\n> Soil.\n',
  );
  const move: Change = {
    do: 'move',
    from: 'candidates/2026/11/rain-012345.md',
    to: 'picks/2026/11/rain-012345.md',
    kind: 'picks',
    set: { kept: '2026-11-21' },
    remove: ['decision', 'reason'],
  };
  applyChanges(folder, { changes: [move], lines: [] }, LEDGER);
  expect(take('picks/2026/11/rain-012345.md')).toBe(
    '---\n# Marta: for the spring issue\nid: "0123456789ab"\ntitle: "Rain, at last"\nurl: "https://a.example/rain"\nkept: "2026-11-21"\nmood: "calm"\n---\n\nMy words.\n\n> Soil.\n',
  );
  expect(existsSync(join(folder, 'candidates/2026'))).toBe(false);
  expect(existsSync(join(folder, LEDGER))).toBe(false);
});

test('nothing that stands is overwritten, and then nothing at all is written', () => {
  put('candidates/2026/11/rain-012345.md', 'a person wrote this');
  const other = { ...create, path: 'candidates/2026/11/other-012345.md' };
  expect(() => applyChanges(folder, { changes: [other, create], lines: [line] }, LEDGER)).toThrow(
    /is there already/,
  );
  expect(take('candidates/2026/11/rain-012345.md')).toBe('a person wrote this');
  expect(existsSync(join(folder, other.path))).toBe(false);
});

test('a ledger file is never changed: the same run cannot be written twice', () => {
  put(LEDGER, 'earlier\n');
  expect(() => applyChanges(folder, { changes: [create], lines: [line] }, LEDGER)).toThrow(
    /is there already/,
  );
  expect([take(LEDGER), existsSync(join(folder, create.path))]).toEqual(['earlier\n', false]);
});

test('a file that cannot be read is not moved', () => {
  put('candidates/2026/11/rain-012345.md', '---\ntitle: [\n---\n');
  const move: Change = {
    do: 'move',
    from: 'candidates/2026/11/rain-012345.md',
    to: 'picks/2026/11/rain-012345.md',
    kind: 'picks',
    set: {},
    remove: [],
  };
  expect(() => applyChanges(folder, { changes: [move], lines: [] }, LEDGER)).toThrow(
    /stays as it is/,
  );
  expect(existsSync(join(folder, move.from))).toBe(true);
});

test('a folder that is a link to somewhere else is not written through', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'criba-elsewhere-'));
  symlinkSync(elsewhere, join(folder, 'candidates'));
  expect(() => applyChanges(folder, { changes: [create], lines: [] }, LEDGER)).toThrow(/leads to/);
  expect(
    readdirSync(elsewhere, { recursive: true }).filter((path) => String(path).endsWith('.md')),
  ).toEqual([]);
  rmSync(elsewhere, { recursive: true });
});

test('no temporary file is left behind', () => {
  applyChanges(folder, { changes: [create], lines: [line] }, LEDGER);
  expect(
    readdirSync(folder, { recursive: true }).filter((path) => String(path).includes('.criba-tmp-')),
  ).toEqual([]);
});
