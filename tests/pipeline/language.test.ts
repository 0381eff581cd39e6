import { afterAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../scripts/commands.ts';
import { Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

const OFFER = 'En español: criba check --lang es (o siempre, con CRIBA_LANG=es en el entorno)';
/** The environment of somebody who has chosen no language. */
const UNSAID = { CRIBA_LANG: '', npm_lifecycle_event: '' };

const desks: Repository[] = [];
afterAll(() => {
  for (const desk of desks) desk.remove();
});
function repository(): Repository {
  const desk = new Repository();
  desks.push(desk);
  return desk;
}

const check = (desk: Repository, args: string[], env: Record<string, string> = UNSAID) =>
  runInProcess('check', args, { cwd: desk.root, env });

/** A desk that is a sample. */
function sample(): Repository {
  const desk = repository();
  const settings = desk.read('content/desk.md').replace('---\n', '---\ntoday: "2026-11-18"\n');
  desk.write('content/desk.md', settings);
  return desk;
}

test('a sample desk is spoken of in English, and whoever would rather read Spanish is told how', async () => {
  const { stderr } = await check(sample(), []);
  expect(stderr).toMatch(new RegExp(`^${OFFER.replace(/[()]/g, '\\$&')}\n\\d+ files, `));
});

test.for([
  [['--lang', 'es'], UNSAID],
  [['--lang=en'], UNSAID],
  [[], { CRIBA_LANG: 'en' }],
  [['--quiet'], UNSAID],
  [['--json'], UNSAID],
] as const)('with %j and %j the offer is not made', async ([args, env]) => {
  expect((await check(sample(), [...args], { ...env })).stderr).not.toContain('En español');
});

test('--help without a desk ends with the offer, and on a desk that says its language has none', async () => {
  const desk = repository();
  const nowhere = await check(desk, ['--help', '--desk', 'nowhere']);
  expect([nowhere.stdout.trimEnd().split('\n').at(-1), nowhere.stderr]).toEqual([OFFER, '']);
  expect((await check(desk, ['--help'])).stdout).not.toContain('--lang es (');
});

test('--lang in another language is an error that names those there are, in the desk’s language', async () => {
  expect(await check(repository(), ['--lang', 'fr'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^error usage\/language .*«fr».*\n.* es y en\.\n$/),
  });
});

test('CRIBA_LANG in another language is a warning, and counts as not set', async () => {
  expect(await check(repository(), [], { CRIBA_LANG: 'fr' })).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^aviso usage\/language .*«fr».*\n.* es y en\.\n/),
  });
});

describe('under --lang es nothing is said in English by', () => {
  /** Words that every English sentence has one of, and no Spanish one. */
  const ENGLISH = /\b(?:the|of|and|which|with|was|were|is|are|not|nothing|written|to be)\b/i;
  const id = ['--offline', '--title', 'Huertos', 'https://huertos.example/a'];
  const CALLS: readonly (readonly [name: string, args: readonly string[]])[] = [
    ...Object.keys(COMMANDS).map((name) => [name, ['--help']] as const),
    ...['add', 'import', 'export', 'health'].map((name) => ['sources', [name, '--help']] as const),
    ['harvest', []],
    ['check', []],
    ['score', ['--dry-run']],
    ['settle', ['--dry-run']],
    ['add', id],
    ['build', ['--dry-run']],
    ['explain', ['--rules']],
    ['learn', []],
    ['sources', ['health']],
  ];
  const desk = repository();
  test.for(CALLS)('%s %j', async ([name, args]) => {
    const { stdout, stderr } = await runInProcess(name, [...args, '--lang', 'es'], {
      cwd: desk.root,
      env: UNSAID,
    });
    // The command lines of examples are in no language.
    const said = `${stdout}${stderr}`.replace(/^ {2}criba .*$/gm, '');
    expect(said).not.toMatch(ENGLISH);
  });
});
