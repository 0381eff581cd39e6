import { globSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCommand } from '../../scripts/sources/add.ts';
import { exportCommand } from '../../scripts/sources/export.ts';
import { healthCommand } from '../../scripts/sources/health.ts';
import { importCommand } from '../../scripts/sources/import.ts';
import { openMemory } from '../../src/memory/openMemory.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { DISCOVERY_METHODS } from '../../src/model/run/foundFeed.ts';
import { IMPORT_RESULTS } from '../../src/model/run/importedFeed.ts';
import { ACTIONS } from '../../src/model/run/sourceHealth.ts';
import { FEED, Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const docs = readFileSync(join(ROOT, 'docs/sources.md'), 'utf8');
const PARTS = {
  add: addCommand,
  import: importCommand,
  export: exportCommand,
  health: healthCommand,
};

/** What the first cells of a table name, whose heading begins so. */
function cellsOf(heading: string): string[] {
  const [, table = ''] = docs.split(`\n| ${heading} |`);
  const rows = (table.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows
    .flatMap((row) => row.split('|')[1]?.match(/`[^`]+`/g) ?? [])
    .map((cell) => cell.slice(1, -1));
}

describe('docs/sources.md names', () => {
  test('every part', () => {
    expect(cellsOf('part')).toEqual(Object.keys(PARTS));
  });
  test.for(Object.entries(PARTS))('every flag of %s', ([name, { flags = {} }]) => {
    expect(cellsOf(`flag of ${name}`)).toEqual(Object.keys(flags).map((flag) => `--${flag}`));
  });
  test.for([
    ['way', DISCOVERY_METHODS],
    ['fate', IMPORT_RESULTS],
    ['action', ACTIONS],
  ] as const)('every %s', ([heading, words]) => {
    expect(cellsOf(heading)).toEqual([...words]);
  });
  test('every code that these parts have of their own', () => {
    const files = [
      ...globSync(join(ROOT, 'scripts/sources/*.ts')),

      ...globSync(join(ROOT, 'src/cli/report/sources/*Report.ts')),
    ];
    const codes = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const ofSources = text.matchAll(/sourceError\('(\w+)'/g);
      return [
        ...(text.match(/(?<=')[a-z]+\/[a-z-]+(?=')/g) ?? []),
        ...Array.from(ofSources, ([, code]) => `source/${code}`),
      ];
    });
    expect(new Set(codes).size).toBeGreaterThan(12);
    expect(cellsOf('code').toSorted()).toEqual([...new Set(codes)].toSorted());
  });
});

describe('docs/sources.md names every field, and no other, of what is given as', () => {
  const fields = new Map<string, Set<string>>();
  const desk = new Repository();
  let server: Server;

  beforeAll(async () => {
    const pages: Record<string, string> = {
      '/': '<!doctype html><title>Otra</title><link rel="alternate" type="application/rss+xml" href="a.xml"><link rel="alternate" type="application/rss+xml" href="b.xml">',
      '/a.xml': FEED.replaceAll('rios.example', 'otra.example'),
    };
    server = createServer(({ url = '' }, response) => {
      if (pages[url] === undefined) response.writeHead(url === '/b.xml' ? 403 : 404).end();
      else response.end(pages[url]);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const url = `http://${host}`;
    const run = async (...args: string[]) => {
      const { stdout } = await runInProcess('sources', [...args, '--json'], {
        cwd: desk.root,
        env: { CRIBA_ALLOW_HOSTS: host },
      });
      for (const line of stdout.trim().split('\n')) {
        const record = JSON.parse(line) as { kind: string };
        const known = fields.get(record.kind) ?? new Set();
        fields.set(record.kind, known.union(new Set(Object.keys(record))));
      }
    };
    await run('add', url);
    await run('add', url);
    await run('export');
    const list =
      '<opml><body><outline text="New"><outline text="A" xmlUrl="https://a.example/"/></outline><outline text="B" xmlUrl=""/></body></opml>';
    desk.write('list.opml', list);
    await run('import', 'list.opml');
    const memory = await openMemory(join(desk.root, '.criba'));
    const days = [1, 2, 3, 4].map((day) => `2026-11-0${day}T00:00:00Z` as Instant);
    const [since] = days as [Instant];
    await memory.remember('a', {
      feed: 'https://a.example/',
      lastAsked: since,
      lastSuccess: days[3],
      items: days.map((published) => ({ id: published, address: published, published })),
      failing: { since, times: 1, code: 'timeout' },
      moved: { to: 'https://b.example/', since },
    });
    await memory.close();
    await run('health');
  });
  afterAll(() => {
    desk.remove();
    server.close();
  });

  test.for(['feed', 'unread', 'source', 'listed', 'topic', 'health'])('%s', (kind) => {
    expect(cellsOf(`field of ${kind}`).toSorted()).toEqual(
      [...(fields.get(kind) ?? [])].toSorted(),
    );
  });
  test('a kind', () => {
    expect([...fields.keys()].toSorted()).toEqual(
      Array.from(docs.matchAll(/^\| field of (\w+) \|/gm), ([, kind]) => kind).toSorted(),
    );
  });
});
