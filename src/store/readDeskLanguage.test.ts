import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDeskLanguage } from './readDeskLanguage.ts';

const folder = mkdtempSync(join(tmpdir(), 'criba-language-'));
afterAll(() => rmSync(folder, { recursive: true }));

const UNKNOWN = { first: undefined, timeZone: 'UTC', isSample: false };

test.for([
  ['a good one', 'languages: [es, en]\ntimeZone: Europe/Madrid', 'es', 'Europe/Madrid'],
  ['one in which much else is wrong', 'languages: [en]\nnaem: x\nbudget: many', 'en', 'UTC'],
  ['a language that no page has', 'languages: [fr, es]\ntimeZone: Mars/Olympus', undefined, 'UTC'],
  ['no list', 'languages: es', undefined, 'UTC'],
  ['no YAML', 'languages: [es', undefined, 'UTC'],
] as const)('of %s, desk.md says what it can', ([, header, first, timeZone]) => {
  writeFileSync(join(folder, 'desk.md'), `---\n${header}\n---\n`);
  expect(readDeskLanguage(folder)).toEqual({ first, timeZone, isSample: false });
});

test('a desk with `today` is a sample', () => {
  writeFileSync(join(folder, 'desk.md'), '---\nlanguages: [es]\ntoday: 2026-11-18\n---\n');
  expect(readDeskLanguage(folder).isSample).toBe(true);
});

test.for(['no header', '---\n- a list\n---\n'])('%j says nothing', (text) => {
  writeFileSync(join(folder, 'desk.md'), text);
  expect(readDeskLanguage(folder)).toEqual(UNKNOWN);
});

test('a folder without desk.md says nothing', () => {
  expect(readDeskLanguage(join(folder, 'nowhere'))).toEqual(UNKNOWN);
});
