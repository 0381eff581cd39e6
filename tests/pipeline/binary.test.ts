import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../scripts/commands.ts';
import { criba } from '../../scripts/criba.ts';
import { helpKeys } from '../../src/cli/command/helpKeys.ts';
import { commandWords } from '../../src/i18n/commandWords.ts';
import { captureStreams } from '../support/runScript.ts';

const ROOT = join(import.meta.dirname, '../..');
const OWN_NODE = join(ROOT, 'node_modules/node/bin/node');
/** A Node that is too old for the project, if this machine has one. */
const OLD_NODE = ['/usr/bin/node', '/usr/local/bin/node'].find(isTooOld);

function isTooOld(node: string): boolean {
  if (!existsSync(node)) return false;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout)?.[1] ?? 99) < 24;
}

const call = (...args: string[]) => callIn({}, args);
async function callIn(env: Record<string, string>, args: string[]) {
  const { streams, said } = captureStreams();
  const code = await criba(args, { ...streams, env });
  return { ...said, code };
}
const spawnCriba = (node: string, root: string, args: string[]) =>
  spawnSync(node, [join(root, 'bin/criba'), ...args], { encoding: 'utf8' });

describe('criba help', () => {
  test('lists every command in a line, in what the command says of itself', async () => {
    const { code, stdout, stderr } = await call('help');
    expect([code, stderr]).toEqual([0, '']);
    for (const load of Object.values(COMMANDS)) {
      const { name } = await load();
      const about = commandWords('en').say(helpKeys(name).about);
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +${about}$`, 'm'));
    }
  });
  test.for([[], ['--help'], ['help', 'help'], ['--help', '--help']])(
    '%j is the same',
    async (args) => {
      expect(await call(...args)).toEqual(await call('help'));
    },
  );
  test.for([['harvest'], ['sources'], ['sources', 'add']])('of %j is its --help', async (words) => {
    const said = await call('help', ...words);
    expect(said).toEqual(await call(...words, '--help'));
    expect(said).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('[flags]') });
  });
});

test('a command has the name by which it is called; npm calls it so, and the README names it', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const [name, load] of Object.entries(COMMANDS)) {
    expect((await load()).name).toBe(name);
    expect(scripts[name]).toBe(`node bin/criba ${name}`);
    expect(readme).toMatch(new RegExp(`^\\| \`npm (?:run )?${name}\\b`, 'm'));
  }
});

test('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(await call('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('an unknown command', () => {
  test.for([
    ['harvset', 'There is no command "harvset".', 'Did you mean harvest?'],
    ['constructor', 'There is no command "constructor".', 'criba help lists all commands.'],
    ['--dry-run', '"--dry-run" comes before the command.', 'First the command, then its flags'],
  ] as const)('%s cannot start', async ([name, message, hint]) => {
    const { code, stdout, stderr } = await call(name);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error usage/command  ${message}\n      ${hint}`);
  });
  test.for([['harvset'], ['help', 'harvset']])('%j is one', async (args) => {
    expect((await call(...args)).code).toBe(2);
  });
});

describe('command lines are said as the reader called', () => {
  const FORMS = [
    ['by npm', { npm_lifecycle_event: 'sources' }, 'npm run sources -- '],
    ['by npx', { npm_lifecycle_event: 'npx' }, 'npx --no criba sources '],
    ['by the binary', {}, 'criba sources '],
  ] as const;
  test.for(FORMS)('%s: in --help, usage and examples', async ([, env, line]) => {
    const { stdout } = await callIn(env, ['sources', 'add', '--help']);
    const lines = stdout.split('\n').filter((text) => /^ {2}[a-z]/.test(text));
    expect(lines.length).toBeGreaterThan(4);
    for (const text of lines) expect(text).toMatch(new RegExp(`^ {2}${line}add `));
  });
  test.for(FORMS)('%s: in a hint', async ([, env, line]) => {
    const { code, stderr } = await callIn(env, ['sources', 'add', '--nonsense']);
    expect([code, stderr.split('\n')[1]]).toEqual([2, `      See ${line}add --help`]);
  });
  test('by the binary nothing is taken for a flag that npm swallowed', async () => {
    const settings = { npm_config_dry_run: 'true', npm_config_json: 'true' };
    const args = ['check', '--desk', join(ROOT, 'content')];
    for (const env of [settings, { ...settings, npm_lifecycle_event: 'npx' }]) {
      const { code, stderr } = await callIn(env, args);
      expect([code, stderr]).toEqual([0, expect.not.stringContaining('swallowed')]);
    }
    expect(await callIn({ ...settings, npm_lifecycle_event: 'check' }, args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run check -- --dry-run'),
    });
  });
});

describe('bin/criba', () => {
  let bare: string;
  beforeAll(() => {
    bare = mkdtempSync(join(tmpdir(), 'criba-binary-'));
    cpSync(join(ROOT, 'bin'), join(bare, 'bin'), { recursive: true });
    copyFileSync(join(ROOT, 'package.json'), join(bare, 'package.json'));
  });
  afterAll(() => rmSync(bare, { recursive: true, force: true }));

  test('runs a command, and ends with its exit code', () => {
    expect(spawnCriba(OWN_NODE, ROOT, ['--version'])).toMatchObject({ status: 0, stderr: '' });
    expect(spawnCriba(OWN_NODE, ROOT, ['harvset'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('usage/command'),
    });
  });
  test('says in a sentence that the packages are not installed', () => {
    expect(spawnCriba(OWN_NODE, bare, ['check'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: "Criba's packages are not installed: run npm ci.\n",
    });
  });
  test('ends with 3 if it cannot be loaded, after which nobody goes on', () => {
    const broken = join(bare, 'broken');
    cpSync(join(bare, 'bin'), join(broken, 'bin'), { recursive: true });
    copyFileSync(join(bare, 'package.json'), join(broken, 'package.json'));
    mkdirSync(join(broken, 'node_modules'));
    expect(spawnCriba(OWN_NODE, broken, ['check'])).toMatchObject({
      status: 3,
      stdout: '',
      stderr: expect.stringContaining('scripts/criba.ts'),
    });
  });
  test('says in a sentence that Node is too old, and how to get a newer one', () => {
    const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const later = join(bare, 'later');
    cpSync(join(bare, 'bin'), join(later, 'bin'), { recursive: true });
    writeFileSync(
      join(later, 'package.json'),
      JSON.stringify({ ...project, engines: { node: '>=99.1' } }),
    );
    const said = {
      status: 2,
      stdout: '',
      stderr: `Criba needs Node 99.1 or newer, and this is ${process.versions.node}: run npm ci, which brings one along.\n`,
    };
    expect(spawnCriba(OWN_NODE, later, ['check'])).toMatchObject(said);
    // Nor does it go on for ever if the one that was brought along is too old itself.
    mkdirSync(join(later, 'node_modules/node/bin'), { recursive: true });
    symlinkSync(OWN_NODE, join(later, 'node_modules/node/bin/node'));
    expect(spawnCriba(OWN_NODE, later, ['check'])).toMatchObject(said);
    if (OLD_NODE) expect(spawnCriba(OLD_NODE, later, ['check'])).toMatchObject(said);
  });

  test.skipIf(OLD_NODE === undefined)('says so on an old Node itself', () => {
    expect(spawnCriba(OLD_NODE ?? '', bare, ['check'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Criba needs Node \d+\.\d+ or newer, and this is .+\n$/),
    });
  });
  test.skipIf(OLD_NODE === undefined)('goes on with the Node that the project brings along', () => {
    expect(spawnCriba(OLD_NODE ?? '', ROOT, ['--version'])).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(spawnCriba(OLD_NODE ?? '', ROOT, ['harvset']).status).toBe(2);
  });
});
