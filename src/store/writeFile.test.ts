import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeFile } from './writeFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'criba-write-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is written whole, and nothing else is left', () => {
  mkdirSync(folder, { recursive: true });
  writeFile(folder, 'a.md', 'one');
  writeFile(folder, 'a.md', 'two');
  expect(readdirSync(folder)).toEqual(['a.md']);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('two');
});

test('a file that cannot be put in its place leaves nothing behind', () => {
  mkdirSync(join(folder, 'a.md'), { recursive: true });
  expect(() => writeFile(folder, 'a.md', 'one')).toThrow('EISDIR');
  expect(readdirSync(folder)).toEqual(['a.md']);
});
