import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../model/desk/desk.ts';
import { ItemLine } from '../model/desk/ledger/itemLine.ts';
import type { Instant } from '../model/desk/time.ts';
import { applyChanges } from './applyChanges.ts';
import { readDesk } from './readDesk.ts';

const LEDGER = 'ledger/2026/11/20261121t090000z-harvest.ndjson';
const options = { now: '2026-11-21T09:00:00Z' as Instant, command: 'harvest' };
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

const FROM = 'candidates/rain-012345.md';
const TO = 'picks/2026/11/rain-012345.md';
/** A move of the file as it stands now. */
const moveOf = (set: Record<string, unknown> = {}, remove: string[] = []): Change => ({
  do: 'move',
  from: FROM,
  to: TO,
  hash: hash('sha256', take(FROM)),
  id: line.id,
  kind: 'picks',
  set,
  remove,
});

const line = ItemLine.parse({
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
  path: 'candidates/rain-012345.md',
  data: { ...facts, why: [{ signal: 'base', points: 8 }], decision: '', reason: '' },
  body: '> Soil.',
};

test('a proposed line remembers its file as written, so that the file can be told from one that was touched', async () => {
  applyChanges(folder, { changes: [create], lines: [line] }, options);
  const { candidates, ledger } = await readDesk(folder);
  expect(candidates[0]?.hash).toBe(ledger.items[0]?.hash);
  expect(ledger.items[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('a kept candidate takes everything that people wrote along: words, comments, keys that we do not know', () => {
  put(
    'candidates/rain-012345.md',
    '---\n# Marta: for the spring issue\nid: 0123456789ab\ntitle: "Rain, at last"\nurl: https://a.example/rain\nmood: calm\ndecision: keep\nreason: "good"\n---\n\nMy words.\n\n> Soil.\n',
  );
  const move = moveOf({ kept: '2026-11-21' }, ['decision', 'reason']);
  applyChanges(folder, { changes: [move], lines: [] }, options);
  expect(take('picks/2026/11/rain-012345.md')).toBe(
    '---\n# Marta: for the spring issue\nid: "0123456789ab"\ntitle: "Rain, at last"\nurl: "https://a.example/rain"\nkept: "2026-11-21"\nmood: "calm"\n---\n\nMy words.\n\n> Soil.\n',
  );
  expect(existsSync(join(folder, FROM))).toBe(false);
  expect(existsSync(join(folder, LEDGER))).toBe(false);
});

test('nothing that stands is overwritten, and then nothing at all is written', () => {
  put('candidates/rain-012345.md', 'a person wrote this');
  const other = { ...create, path: 'candidates/other-012345.md' };
  expect(() => applyChanges(folder, { changes: [other, create], lines: [line] }, options)).toThrow(
    expect.objectContaining({ code: 'file/exists' }),
  );
  expect(take('candidates/rain-012345.md')).toBe('a person wrote this');
  expect(existsSync(join(folder, other.path))).toBe(false);
});

test('a ledger file is never changed: a second run of the same moment gets one of its own', () => {
  put(LEDGER, 'earlier\n');
  const { ledger } = applyChanges(folder, { changes: [create], lines: [line] }, options);
  expect(ledger).toBe('ledger/2026/11/20261121t090000z-harvest-2.ndjson');
  expect(take(LEDGER)).toBe('earlier\n');
});

test('what a person changed while the run was at work is left alone, and the ledger says nothing of it', () => {
  put(FROM, '---\ntitle: "Rain"\n---\n');
  const move = moveOf();
  const removal: Change = {
    do: 'remove',
    path: FROM,
    hash: hash('sha256', take(FROM)),
    id: line.id,
  };
  put(FROM, '---\ntitle: "Rain"\ndecision: "keep"\n---\n\nMy words.\n');
  for (const change of [move, removal]) {
    const dropped = { ...line, event: 'drop' as const };
    const applied = applyChanges(folder, { changes: [change], lines: [dropped] }, options);
    expect(applied).toEqual({ written: [], removed: [], left: [FROM] });
  }
  expect(take(FROM)).toContain('My words.');
});

test('an edited candidate has other values under the keys that were set, and every other byte as it was', () => {
  applyChanges(
    folder,
    { changes: [{ ...create, body: '> Soil.\n>\n> Rain.' }], lines: [] },
    options,
  );
  const before = take(FROM);
  const edit: Change = {
    do: 'edit',
    path: FROM,
    hash: hash('sha256', before),
    id: line.id,
    kind: 'candidates',
    set: { score: 9, why: [{ signal: 'base', points: 9 }] },
    remove: ['topics'],
  };
  const { written } = applyChanges(folder, { changes: [edit], lines: [line] }, options);
  expect(written).toEqual([FROM]);
  expect(take(FROM)).toBe(before.replace('score: 8', 'score: 9').replace('points: 8', 'points: 9'));
  expect(JSON.parse(take(LEDGER)).hash).toBe(hash('sha256', take(FROM)));
});

test('a candidate that a person changed meanwhile is not edited, and has no new proposed line', () => {
  put(FROM, '---\ntitle: "Rain"\n---\n');
  const judged = { path: FROM, hash: hash('sha256', take(FROM)), id: line.id };
  const edit: Change = { ...judged, do: 'edit', kind: 'candidates', set: { score: 9 }, remove: [] };
  put(FROM, '---\ntitle: "Rain"\n---\n\nMy words.\n');
  const applied = applyChanges(folder, { changes: [edit], lines: [line] }, options);
  expect(applied).toEqual({ written: [], removed: [], left: [FROM] });
  expect(take(FROM)).toContain('My words.');
});

test('a file of another desk is copied with all that people wrote, and stays there', () => {
  const other = mkdtempSync(join(tmpdir(), 'criba-other-'));
  writeFileSync(
    join(other, 'x.md'),
    '---\n# ours\ntitle: Rain\nmood: calm\ndecision: keep\n---\n\nMy words.\n',
  );
  const copy: Change = {
    do: 'copy',
    from: 'x.md',
    to: TO,
    kind: 'picks',
    set: { kept: '2026-11-21' },
    remove: ['decision'],
  };
  applyChanges(
    folder,
    { changes: [copy], lines: [{ ...line, hash: 'as it was' }] },
    { ...options, other },
  );
  expect(take(TO)).toBe(
    '---\n# ours\ntitle: "Rain"\nkept: "2026-11-21"\nmood: "calm"\n---\n\nMy words.\n',
  );
  expect(take(LEDGER)).toContain('"hash":"as it was"');
  expect(existsSync(join(other, 'x.md'))).toBe(true);
  rmSync(other, { recursive: true });
});

test('a file that cannot be read is not moved', () => {
  put('candidates/rain-012345.md', '---\ntitle: [\n---\n');
  const move = moveOf();
  expect(() => applyChanges(folder, { changes: [move], lines: [] }, options)).toThrow(
    expect.objectContaining({ code: 'file/unreadable' }),
  );
  expect(existsSync(join(folder, FROM))).toBe(true);
});

test('a folder that is a link to somewhere else is not written through', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'criba-elsewhere-'));
  symlinkSync(elsewhere, join(folder, 'candidates'));
  expect(() => applyChanges(folder, { changes: [create], lines: [] }, options)).toThrow(
    expect.objectContaining({ code: 'file/outside' }),
  );
  expect(
    readdirSync(elsewhere, { recursive: true }).filter((path) => String(path).endsWith('.md')),
  ).toEqual([]);
  rmSync(elsewhere, { recursive: true });
});

test('what an interrupted run left half-written is swept away, once it is an hour old', () => {
  const hourAgo = Date.now() / 1000 - 3601;
  for (const name of ['old', 'young']) put(`picks/2026/11/.criba-tmp-${name}`, 'half');
  utimesSync(join(folder, 'picks/2026/11/.criba-tmp-old'), hourAgo, hourAgo);
  applyChanges(folder, { changes: [], lines: [] }, options);
  expect(readdirSync(join(folder, 'picks/2026/11'))).toEqual(['.criba-tmp-young']);
});

test('no temporary file is left behind', () => {
  applyChanges(folder, { changes: [create], lines: [line] }, options);
  expect(
    readdirSync(folder, { recursive: true }).filter((path) => String(path).includes('.criba-tmp-')),
  ).toEqual([]);
});
