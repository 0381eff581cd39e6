import { afterEach, describe, expect, test } from 'vitest';
import { Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

const HARVEST = ['--now', '2026-11-18T12:00:00+01:00'];
const NOW = ['--now', '2026-11-19T12:00:00+01:00'];
const repositories: Repository[] = [];
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

async function harvested(files: Record<string, string> = {}): Promise<Repository> {
  const desk = new Repository(files);
  repositories.push(desk);
  await run('harvest', HARVEST, desk);
  return desk;
}

const run = (name: string, args: string[], at: Repository) =>
  runInProcess(name, args, { cwd: at.root });
const explained = async (which: string, at: Repository) =>
  JSON.parse((await run('explain', [...NOW, '--json', which], at)).stdout);
const pathOf = (desk: Repository, begins: string, kind = 'candidates') =>
  `content/${kind}/${desk.list(`content/${kind}`).find((path) => path !== 'README.md' && `/${path}`.includes(`/${begins}`))}`;

const RULED = {
  'content/audiences/vecindario.md':
    '---\ntitle: "Vecindario"\nlanguages: ["es", "en"]\ninterests:\n  agua: 1\nrules:\n  - { effect: veto, name: Sin huertas, words: [huertas] }\n  - { effect: boost, name: Trenes, words: [tren] }\n---\n',
};

describe('explain', () => {
  test('tells a candidate by its file, its address and its id alike, and writes nothing', async () => {
    const desk = await harvested();
    const before = desk.hash('content');
    const file = pathOf(desk, 'la-sequia');
    const { code, stdout, stderr } = await run('explain', [...NOW, file], desk);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^La sequía vacía el embalse de la comarca\n {2}rios · published 18 November 2026/,
    );
    expect(stdout).toMatch(
      /\nProposed on 18 November 2026, with \d+ points\.\nIt waits for a decision\./,
    );
    expect(stdout).toMatch(/\nJudged by 0 decisions and \d+ texts\.\n/);
    expect(stdout).toMatch(/\+\d+ {2}\(\+[\d.]+\) +Speaks of .*“embalse”/);
    expect(stdout).toMatch(/It would not be proposed if the threshold were \d+ instead of 30/);
    const one = await explained(file, desk);
    for (const which of [one.id, 'http://rios.example/embalse?utm_source=x', file.slice(0, -3)])
      expect((await explained(which, desk)).id).toBe(one.id);
    expect(desk.hash('content')).toBe(before);
  });

  test('tells what the last harvest did not propose: the veto that keeps it out', async () => {
    const desk = await harvested(RULED);
    const reported = await explained('https://rios.example/riego', desk);
    expect(reported).toMatchObject({
      standing: 'report',
      recorded: { outcome: 'vetoed', detail: 'Sin huertas' },
      veto: 'Sin huertas',
    });
    expect(reported.whatIfs[0]).toMatchObject({ if: { kind: 'veto', name: 'Sin huertas' } });
  });

  test('tells what was over the budget, and how many places it lacked', async () => {
    const settings =
      '---\nname: "Mesa"\nlanguages: ["es"]\ntimeZone: "Europe/Madrid"\ncontact: "x"\nthreshold: 30\nbudget: 1\n---\n';
    const desk = await harvested({ 'content/desk.md': settings });
    const proposed = pathOf(desk, '');
    const other = proposed.includes('sequia-vacia') ? 'riego' : 'embalse';
    const { stdout } = await run('explain', [...NOW, `https://rios.example/${other}`], desk);
    expect(stdout).toContain('better ones took all places of the run');
    expect(stdout).toContain('if that run had had 2 places instead of 1');
  });

  test('tells of a pick who kept it and when, judged as of its own harvest', async () => {
    const desk = await harvested();
    const file = pathOf(desk, 'la-sequia');
    desk.write(file, desk.read(file).replace('decision: ""', 'decision: "keep"'));
    await run('settle', ['--now', '2026-11-18T18:00:00+01:00', '--by', 'Ana'], desk);
    const { stdout } = await run('explain', [...NOW, pathOf(desk, 'la-sequia', 'picks')], desk);
    expect(stdout).toContain('\nKept on 18 November 2026 by Ana.\n');
    expect(stdout).toContain('\nJudged by 0 decisions');
    expect(stdout).toContain('What alone would have changed whether it is proposed');
    const waiting = await run('explain', [...NOW, pathOf(desk, 'nuevo-plan')], desk);
    expect(waiting.stdout).toContain('\nJudged by 1 decision and');
    expect(waiting.stdout).toMatch(/\d+ % {2}kept +La sequía vacía/);
  });

  test('does not find what is not there, and names what is nearest', async () => {
    const desk = await harvested();
    expect(await run('explain', [...NOW, 'embalse', 'comarca'], desk)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /explain\/not-found .+“embalse comarca”.+\n.+Nearest:\n +[0-9a-f]{12} {2}La sequía vacía/,
      ),
    });
  });

  test('asks what to explain', async () => {
    const desk = await harvested();
    for (const args of [[], ['--rules', 'x']])
      expect(await run('explain', args, desk)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('usage/explain'),
      });
    const { stdout } = await run('explain', ['--help'], desk);
    expect(stdout).toContain('npm run explain -- <id|url|file> [flags]');
  });
});

describe('explain --rules', () => {
  test('counts what each rule hit in the last harvest, and names those that hit nothing', async () => {
    const desk = await harvested(RULED);
    const { code, stdout, stderr } = await run('explain', [...NOW, '--rules'], desk);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^hits .+\n +1 +3 {2}veto +Sin huertas +audiences\/vecindario\n +Nuevo plan de riego contra la sequía\n\nThese hit nothing:\n +0 +3 {2}boost +Trenes/,
    );
    expect(stderr).toBe(
      '2 rules = 1 with hits + 1 without; 3 items of the harvest of 2026-11-18T11:00:00Z\n',
    );
  });

  test('without a report takes candidates and the ledger’s texts, and says so', async () => {
    const desk = new Repository(RULED);
    repositories.push(desk);
    const { code, stderr } = await run('explain', [...NOW, '--rules', '--json'], desk);
    expect(code).toBe(0);
    expect(stderr).toContain('warning explain/no-report');
    expect(stderr).toContain('2 rules = 0 with hits + 2 without; 0 items');
  });
});
