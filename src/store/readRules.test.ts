import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_ADDRESS_RULES } from '../model/desk/addressRules.ts';
import { BUILT_IN_RULES } from '../model/desk/rules.ts';
import { readRules } from './readRules.ts';
import { formatFile } from './renderFile.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function makeDesk(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'criba-rules-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const header = (text: string) => ({ 'rules/addresses.md': `---\n${text}---\n\nPor qué.\n` });

test('without files the built-in rules hold', () => {
  expect(readRules(makeDesk({}))).toEqual({
    rules: BUILT_IN_RULES,
    quarantine: [],
    findings: [],
  });
});

test('a list in the file is the whole list; what it leaves out is built in', () => {
  const { rules, findings } = readRules(
    makeDesk(header('drop: [boletin, "utm_*"]\nkeep:\n  water.example: [cid]\n')),
  );
  expect(findings).toEqual([]);
  expect(rules.addresses).toEqual({
    ...DEFAULT_ADDRESS_RULES,
    drop: ['boletin', 'utm_*'],
    keep: { 'water.example': ['cid'] },
  });
});

describe('a file that cannot be read is set aside, and the built-in rules hold:', () => {
  test.for([
    ['broken YAML', 'drop: [a\n', 'header/', 2],
    ['a parameter that names pages', 'drop:\n  - utm_source\n  - id\n', 'key/not-right', 4],
    ['a text for a list', 'drop: utm_source\n', 'key/wrong-kind', 2],
    ['a star on its own', 'ambiguous: [ref]\norigins: ["*"]\n', 'key/', 3],
    ['an address for a host', 'keep:\n  "https://a.example/": [cid]\n', 'key/', 3],
  ] as const)('%s', ([, text, code, line]) => {
    const { rules, quarantine, findings } = readRules(makeDesk(header(text)));
    expect(rules.addresses).toEqual(DEFAULT_ADDRESS_RULES);
    expect(quarantine).toMatchObject([
      { name: 'addresses', path: 'rules/addresses.md', kind: 'rules' },
    ]);
    expect(findings).toMatchObject([
      { file: expect.stringMatching(/rules\/addresses\.md$/), line, severity: 'error' },
    ]);
    expect(findings[0]?.code).toContain(code);
  });

  test('a symbolic link', () => {
    const folder = makeDesk({ 'elsewhere.md': '---\ndrop: []\n---\n' });
    mkdirSync(join(folder, 'rules'));
    symlinkSync(join(folder, 'elsewhere.md'), join(folder, 'rules/addresses.md'));
    const { rules, quarantine } = readRules(folder);
    expect([rules.addresses, quarantine.length]).toEqual([DEFAULT_ADDRESS_RULES, 1]);
  });
});

describe('a finding names', () => {
  test.for([
    ['a file of another name', 'rules/adresses.md', 'addresses'],
    ['a file in a deeper folder', 'rules/es/addresses.md', 'addresses'],
    ['a file that nothing is like', 'rules/colours.md', undefined],
  ] as const)('%s', ([, path, near]) => {
    const { findings, quarantine } = readRules(makeDesk({ [path]: '---\n---\n' }));
    expect(findings).toMatchObject([
      { code: 'rules/unknown', values: { near }, severity: 'warning' },
    ]);
    expect(quarantine).toEqual([]);
  });

  test('a mistyped key, and the rest is read', () => {
    const { rules, findings } = readRules(makeDesk(header('dorp: [x]\norigins: [rss]\n')));
    expect(findings).toMatchObject([
      { code: 'key/unknown', line: 2, values: { key: 'dorp', near: 'drop' } },
    ]);
    expect(rules.addresses.origins).toEqual(['rss']);
  });

  test('a file where the folder belongs', () => {
    expect(readRules(makeDesk({ rules: '' })).findings).toMatchObject([
      { code: 'desk/not-a-folder' },
    ]);
  });
});

test('rules are formatted like every file of the desk', () => {
  const text = '---\n# su catálogo\nkeep: {a.example: [cid]}\ndrop: [utm_*]\n---\nPor qué.\n';
  const formatted =
    '---\ndrop: ["utm_*"]\n# su catálogo\nkeep:\n  "a.example": ["cid"]\n---\n\nPor qué.\n';
  expect(formatFile('addresses', text, 'x')).toBe(formatted);
  expect(formatFile('addresses', formatted, 'x')).toBe(formatted);
});
