import { afterAll, expect, test } from 'vitest';
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
