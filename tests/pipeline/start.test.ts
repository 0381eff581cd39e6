import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countPages } from '../../src/cli/site/countPages.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { ProjectCopy } from '../support/projectCopy.ts';
import { runScript, type Said, startScript } from '../support/runScript.ts';

const NOW = ['--now', '2026-11-18T09:00:00+01:00'];
const STATIONS = ['copy', 'settle', 'harvest', 'sift', 'score', 'build'];

let project: ProjectCopy;
let first: Said;
const start = (...args: string[]) => runScript('start', [...NOW, ...args], where());
const where = () => ({ cwd: project.root, project: project.root });

beforeAll(async () => {
  project = new ProjectCopy({ 'content/topics/odd.md': '---\ntitle: [\n---\n' });
  first = await start('--no-serve');
});
afterAll(() => project.remove());

/** What each station said, and the numbers in it. */
function stations({ stdout }: Said): Map<string, string> {
  return new Map(
    Array.from(stdout.matchAll(/^ {2}(\w+) +(.+)$/gm), ([, name = '', text = '']) => [name, text]),
  );
}
function numbers(text = ''): number[] {
  return Array.from(text.matchAll(/\d+(?= )/g), ([digits]) => Number(digits));
}
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

describe('npm start', () => {
  test('passes every station, and each hands on what the next begins with', () => {
    expect(first.code, first.stderr).toBe(0);
    const said = stations(first);
    expect([...said.keys()]).toEqual(STATIONS);
    const items = Number(/answered, (\d+) items/.exec(said.get('harvest') ?? '')?.[1]);
    const [filtered = '', fresh = ''] = said.get('sift')?.split(';') ?? [];
    expect(items).toBeGreaterThan(50);
    expect(sum(numbers(`${filtered} `)) + sum(numbers(fresh))).toBe(items);
    expect(sum(numbers(said.get('score')))).toBe(sum(numbers(fresh)));
    expect(numbers(said.get('score'))[0]).toBeGreaterThan(5);
  });

  test('builds the site whose pages it counts, and leaves the clone as it was', () => {
    const site = join(project.root, '.criba/demo/dist/team');
    expect(countPages(site)).toBe(numbers(stations(first).get('build'))[0]);
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('2026-11-18');
    expect(project.changes()).toBe('');
  });

  test('asks the feeds of the demo alone, which are all there', () => {
    expect(stations(first).get('harvest')).toMatch(/^(\d+) of \1 sources answered/);
  });

  test('goes on without a file that cannot be read', async () => {
    const { quarantine } = await readDesk(join(project.root, '.criba/demo/content'));
    expect(quarantine.map(({ path }) => path)).toEqual(['topics/odd.md']);
    expect(first.code, first.stderr).toBe(0);
    expect([...stations(first).keys()]).toEqual(STATIONS);
  });

  test('the second time shows what stands there, under --json a station a line', async () => {
    const stamp = join(project.root, '.criba/demo/stamp.json');
    const before = readFileSync(stamp, 'utf8');
    const again = await start('--no-serve');
    expect(again.stdout).toContain('Nothing has changed since');
    expect([...stations(again)].slice(0, 6)).toEqual([...stations(first)]);
    const { stdout } = await start('--no-serve', '--json');
    const records = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ station }) => station)).toEqual(STATIONS);
    expect(readFileSync(stamp, 'utf8')).toBe(before);
  });

  test('refuses a flag that it does not take, and leaves what stands there', async () => {
    const said = await start('--dry-run');
    expect(said.code).toBe(2);
    expect(existsSync(join(project.root, '.criba/demo/dist/team/index.html'))).toBe(true);
  });

  test('serves it until it is ended, and says where', async () => {
    const running = startScript('start', [...NOW, '--port', '0'], where());
    try {
      const url = await running.address;
      const answer = await fetch(url);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('text/html'),
      ]);
      expect((await fetch(`${url}nada/`)).status).toBe(404);
    } finally {
      await running.end();
    }
  });
});
