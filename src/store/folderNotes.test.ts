import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../model/desk/desk.ts';
import type { Instant } from '../model/desk/time.ts';
import { applyChanges } from './applyChanges.ts';
import { candidatesNote } from './folderNotes.ts';
import { hashDesk } from './hashDesk.ts';
import { readDesk } from './readDesk.ts';

const NOTE = 'candidates/README.md';
const MONTH = 'candidates/2026/11';
const CANDIDATE =
  '---\nid: "0123456789ab"\ntitle: "Rain"\nurl: "https://a.example/rain"\nsource: "a"\nlanguage: "en"\nharvested: "2026-11-18T09:00:00Z"\naudience: "b"\nscore: 8\nwhy:\n  - signal: "base"\n    points: 8\n---\n';

let folder: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const take = (path: string) => readFileSync(join(folder, path), 'utf8');
const isThere = (path: string) => existsSync(join(folder, path));
const speaks = (...languages: string[]) =>
  put(
    'desk.md',
    `---\nname: D\nlanguages: [${languages.join(', ')}]\ntimeZone: UTC\ncontact: x\n---\n`,
  );
const apply = (changes: Change[], now = '2026-11-21T09:00:00Z') =>
  applyChanges(folder, { changes, lines: [] }, { now: now as Instant, command: 'settle' });
const remove = (path: string): Change => {
  put(path, CANDIDATE);
  return { do: 'remove', path, hash: hash('sha256', CANDIDATE), id: '0123456789ab' };
};
const rename = (from: string, to: string): Change =>
  ({ ...remove(from), do: 'rename', from, to }) as Change;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criba-notes-'));
  speaks('es', 'en');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the README.md of candidates/', () => {
  test('is written by a change that empties the folder, in the languages of the desk', () => {
    const applied = apply([remove('candidates/rain-012345.md')]);
    expect(take(NOTE)).toMatch(/^# Candidatas\n.*\n# Candidates\n/s);
    expect(take(NOTE)).toContain('`keep`');
    expect(isThere('candidates/rain-012345.md')).toBe(false);
    expect(applied.written).toEqual([]);
  });
  test('is not written by a run that changes nothing there', () => {
    apply([]);
    apply([remove('picks/2026/11/rain-012345.md')]);
    expect(isThere('candidates')).toBe(false);
  });
  test('stays as people edited it, and is written again if they deleted it', () => {
    put(NOTE, 'Ours.\n');
    apply([remove('candidates/rain-012345.md')]);
    expect(take(NOTE)).toBe('Ours.\n');
    rmSync(join(folder, NOTE));
    apply([remove('candidates/rain-012345.md')]);
    expect(take(NOTE)).toBe(candidatesNote(['es', 'en']));
  });
  test('follows the languages of the desk as long as nobody edits it', () => {
    apply([remove('candidates/rain-012345.md')]);
    speaks('en');
    apply([remove('candidates/rain-012345.md')]);
    expect(take(NOTE)).toBe(candidatesNote(['en']));
  });
  test('is read by nobody: no candidate, no finding, and the same hash of the desk', async () => {
    put('candidates/rain-012345.md', CANDIDATE);
    const before = hashDesk(folder);
    const findings = (await readDesk(folder)).findings.length;
    put(NOTE, candidatesNote(['es']));
    put(`${MONTH}/README.md`, 'Moved.\n');
    const desk = await readDesk(folder);
    expect(desk.candidates.map(({ path }) => path)).toEqual(['candidates/rain-012345.md']);
    expect([desk.quarantine.length, desk.findings.length]).toEqual([0, findings]);
    expect(hashDesk(folder)).toBe(before);
  });
});

describe('the folder of a month', () => {
  test('keeps a README.md of one sentence a language when its candidates move up, byte for byte', () => {
    apply([rename(`${MONTH}/rain-012345.md`, 'candidates/rain-012345.md')]);
    expect(take('candidates/rain-012345.md')).toBe(CANDIDATE);
    expect(isThere(`${MONTH}/rain-012345.md`)).toBe(false);
    expect(take(`${MONTH}/README.md`).match(/\.$/gm)).toHaveLength(2);
    expect(take(`${MONTH}/README.md`)).toContain('`candidates/2026/11`');
  });
  test.for([
    ['2027-11-30T23:59:59Z', true],
    ['2027-12-01T00:00:00Z', false],
  ] as const)('at %s, a year after the month, is still there: %s', ([now, stays]) => {
    apply([rename(`${MONTH}/rain-012345.md`, 'candidates/rain-012345.md')]);
    apply([], now);
    expect(isThere(MONTH)).toBe(stays);
    expect(isThere('candidates/2026')).toBe(stays);
    expect(isThere(NOTE)).toBe(true);
  });
  test('stays for good if people have written in its README.md, or if a candidate stands there', () => {
    put('candidates/2026/10/README.md', 'Ours.\n');
    apply([rename(`${MONTH}/rain-012345.md`, 'candidates/rain-012345.md')]);
    put(`${MONTH}/late-0123ff.md`, CANDIDATE);
    apply([], '2028-01-01T00:00:00Z');
    expect([isThere('candidates/2026/10'), isThere(`${MONTH}/README.md`)]).toEqual([true, true]);
  });
  test('holds candidates that an older branch brings, and they are read', async () => {
    put(`${MONTH}/rain-012345.md`, CANDIDATE);
    const desk = await readDesk(folder);
    expect(desk.candidates.map(({ path }) => path)).toEqual([`${MONTH}/rain-012345.md`]);
    expect(desk.quarantine).toEqual([]);
  });
});
