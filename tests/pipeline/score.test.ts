import { afterEach, describe, expect, test } from 'vitest';
import { Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

const HARVEST = ['--now', '2026-11-18T12:00:00+01:00'];
const LATER = ['--now', '2026-11-20T12:00:00+01:00'];
const AUDIENCE = 'content/audiences/vecindario.md';
const repositories: Repository[] = [];
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

/** A desk that has been harvested, and whose two candidates have been scored by what the tree remembers. */
async function scoredDesk(): Promise<Repository> {
  const desk = new Repository();
  repositories.push(desk);
  await run('harvest', HARVEST, desk);
  await run('score', ['--now', '2026-11-19T12:00:00+01:00'], desk);
  return desk;
}

const run = (name: string, args: string[], at: Repository) =>
  runInProcess(name, args, { cwd: at.root });
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);
const paths = (desk: Repository) => desk.candidates().map((path) => `content/candidates/${path}`);
const withRule = (desk: Repository, rule: string) =>
  desk.write(AUDIENCE, desk.read(AUDIENCE).replace(/---\n$/, `rules:\n  - ${rule}\n---\n`));
const BOOST = '{ effect: boost, name: Huertas, words: [huertas] }';

describe('score', () => {
  test('rewrites score and reasons after a change of rules, and nothing else', async () => {
    const desk = await scoredDesk();
    const before = paths(desk).map((path) => desk.read(path));
    withRule(desk, BOOST);
    const { code, stdout, stderr } = await run('score', LATER, desk);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ *\d+ -> \d+ {2}Nuevo plan de riego.+ {2}rule \+\d+ "Huertas"/m);
    expect(lastLine(stderr)).toBe(
      '2 candidates = 1 changed + 1 unchanged + 0 touched and so left alone; 1 written',
    );
    const after = paths(desk).map((path) => desk.read(path));
    const moved = after.findIndex((text, at) => text !== before[at]);
    const rest = (text = '') =>
      text.replace(/audience: [\s\S]+?\ntopics/, 'topics').replace(/audiences:\n( .*\n)+/, '');
    expect(rest(after[moved])).toBe(rest(before[moved]));
    expect(after[moved]).toMatch(/signal: "rule"\n {4}points: \d+\n {4}terms: \["huertas"\]/);
    expect((await run('check', [], desk)).code).toBe(0);
  });

  test('a second time writes nothing', async () => {
    const desk = await scoredDesk();
    withRule(desk, BOOST);
    await run('score', LATER, desk);
    const before = desk.hash();
    const { stdout, stderr } = await run('score', ['--now', '2026-11-21T12:00:00Z'], desk);
    expect([stdout, desk.hash()]).toEqual(['', before]);
    expect(lastLine(stderr)).toBe(
      '2 candidates = 0 changed + 2 unchanged + 0 touched and so left alone; 0 written',
    );
  });

  test('leaves alone what people wrote in, and what they postponed', async () => {
    const desk = await scoredDesk();
    const [first = '', second = ''] = paths(desk);
    desk.write(first, `${desk.read(first)}\nMis palabras.\n`);
    desk.write(second, desk.read(second).replace('decision: ""', 'decision: "later"'));
    withRule(desk, '{ effect: boost, words: [embalse] }');
    const before = desk.hash('content/candidates');
    const { stderr } = await run('score', LATER, desk);
    expect(desk.hash('content/candidates')).toBe(before);
    expect(lastLine(stderr)).toBe(
      '2 candidates = 0 changed + 0 unchanged + 1 touched and so left alone + 1 postponed; 0 written',
    );
  });

  test('names a candidate that a veto now keeps out, and leaves it to people', async () => {
    const desk = await scoredDesk();
    withRule(desk, '{ effect: veto, name: Sin huertas, words: [huertas] }');
    const { stdout } = await run('score', LATER, desk);
    expect(stdout).toMatch(/Nuevo plan de riego.+vetoed by Sin huertas/);
    expect(paths(desk)).toHaveLength(2);
  });

  test('under --dry-run --json says what it would do, one object a candidate, and writes nothing', async () => {
    const desk = await scoredDesk();
    withRule(desk, BOOST);
    const before = desk.hash('.');
    const { stdout, stderr } = await run('score', [...LATER, '--dry-run', '--json'], desk);
    const reported = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reported.map(({ kind, changed }) => [kind, changed])).toEqual([
      ['candidate', false],
      ['candidate', true],
    ]);
    expect(reported[1].score).toBeGreaterThan(reported[1].before);
    expect(lastLine(stderr)).toContain('; 0 written (dry run)');
    expect(desk.hash('.')).toBe(before);
  });

  test('does not keep a candidate alive: it expires as if it had not been scored again', async () => {
    const desk = await scoredDesk();
    withRule(desk, BOOST);
    await run('score', ['--now', '2026-12-15T12:00:00+01:00'], desk);
    await run('settle', ['--now', '2026-12-17T12:00:00+01:00'], desk);
    expect(paths(desk)).toEqual([]);
  });

  test('--help says what it is for', async () => {
    const desk = await scoredDesk();
    const { stdout } = await run('score', ['--help'], desk);
    expect(stdout).toContain('Scores untouched candidates again');
  });
});
