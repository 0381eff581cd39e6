import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess } from '../../tests/support/runScript.ts';
import { benchScoreCommand } from './score.ts';

const folder = mkdtempSync(join(tmpdir(), 'criba-bench-score-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const THINGS = 'agua luz calle plaza huerta tejado puente mercado escuela fuente'.split(' ');
const TOLD = 'sube baja cambia abre cierra'.split(' ');

beforeAll(() => {
  const rows = THINGS.flatMap((thing, n) =>
    TOLD.map((verb, m) => ({
      title: `La ${thing} del pueblo ${verb} otra vez este otoño, dice la gente`,
      body: `Nadie sabe por qué la ${thing} ${verb} ${n * 7 + m} veces al año, pero todos lo cuentan en el mercado.`,
      label: thing === 'agua' ? 'Water' : 'Other',
      lang: 'es',
    })),
  );
  const lines = [...rows.map((row) => JSON.stringify(row)), '{"title": "cut off'];
  writeFileSync(join(folder, 'pueblo.jsonl'), `${lines.join('\n')}\n`);
  const task = { corpus: 'pueblo', label: 'Water', terms: { es: ['agua'], en: ['water'] } };
  const tasks = [task, { ...task, label: 'Air' }];
  writeFileSync(join(folder, 'profiles.json'), JSON.stringify({ tasks }));
});

const bench = (...args: string[]) =>
  runInProcess(
    benchScoreCommand,
    ['--corpora', folder, '--profiles', join(folder, 'profiles.json'), ...args],
    { cwd: folder },
  );

test('other corpora are measured the same way, and what is missing is said', async () => {
  const { code, stdout, stderr } = await bench('--only', 'language,copies,clickbait', '--quick');
  expect(stderr).toContain('pueblo.jsonl: 1 line without title, body or label.');
  expect(stderr).toContain('Left out, with no such text: pueblo/Air');
  expect(stderr).toContain('clickbait is left out: there is no ta1c.');
  expect(stderr).toContain('1 corpus, 50 texts, 1 task; 2 sections measured, 1 left out');
  expect(stdout).toMatch(/pueblo +es +50 +1 +1 +1/);
  expect(stdout).toContain('case and punctuation');
  expect(code).toBe(0);
});

test('as JSON, each row of a table is a record', async () => {
  const { stdout } = await bench('--only', 'language', '--json', '--quiet');
  expect(JSON.parse(stdout)).toEqual({
    section: 'language',
    table: 'Language: share told rightly',
    corpus: 'pueblo',
    language: 'es',
    titles: 50,
    undeclared: 1,
    'declared right': 1,
    'declared wrong': 1,
  });
});

test('a part that there is none of is named, with those that there are', async () => {
  const { code, stderr } = await bench('--only', 'langauge');
  expect(stderr).toContain('there is no part "langauge"');
  expect(stderr).toContain('language, ');
  expect(code).toBe(2);
});
