import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readProfiles } from './profiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'criba-profiles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  const path = join(folder, 'profiles.json');
  writeFileSync(path, text);
  return readProfiles(path);
}

const task = { corpus: 'town', label: 'Water', terms: { es: ['agua'], en: [] } };

test('the profiles of the bench are twenty, with 16 to 24 terms a language', () => {
  const tasks = readProfiles(fileURLToPath(new URL('./profiles.json', import.meta.url)));
  expect(tasks).toHaveLength(20);
  const sizes = tasks.flatMap(({ terms }) => [terms.es.length, terms.en.length]);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(24);
});

test('a language may be left out, and terms of a language too', () => {
  const terms = { en: [{ term: 'water', weight: 2 }] };
  expect(read(JSON.stringify({ tasks: [task, { ...task, language: 'en', terms }] }))).toEqual([
    task,
    { ...task, language: 'en', terms: { es: [], ...terms } },
  ]);
});

test.for([
  ['{', 'profiles/unreadable'],
  ['{"tasks": []}', 'tasks: '],
  [JSON.stringify({ tasks: [task, { ...task, label: 1 }] }), 'tasks[1].label: '],
  [JSON.stringify({ tasks: [{ ...task, langauge: 'es' }] }), 'langauge'],
  [
    JSON.stringify({ tasks: [{ ...task, terms: { es: [{ term: 'agua' }] } }] }),
    'tasks[0].terms.es[0]',
  ],
] as const)('%s: the fault is named', ([text, message]) => {
  expect(() => read(text)).toThrow(message);
});
