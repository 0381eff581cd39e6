import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { recallAll } from '../../src/memory/openMemory.ts';
import { type FeedServer, startFeedServer } from '../support/feedServer.ts';
import { Repository } from '../support/repository.ts';
import { runInProcess, runScript, startScript } from '../support/runScript.ts';
import { writeWaterFeeds } from '../support/waterFeeds.ts';

const FEEDS = 12;
const MONDAY = '2026-11-20T06:00:00Z';
const RUN = '20261120t060000z-harvest';

let feeds: string;
let server: FeedServer;
const repositories: Repository[] = [];

beforeAll(async () => {
  feeds = mkdtempSync(join(tmpdir(), 'criba-feeds-'));
  writeWaterFeeds(feeds, { feeds: FEEDS, items: 6 });
  server = await startFeedServer(feeds, { hosts: 4 });
});
afterAll(async () => {
  await server.close();
  rmSync(feeds, { recursive: true });
});
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

/** A desk that follows all feeds, and that may propose fewer items than they have. */
function repository(): Repository {
  const one = new Repository();
  one.write(
    'content/desk.md',
    one
      .read('content/desk.md')
      .replace('threshold: 30', 'threshold: 30\nbudget: 7\ncapPerSource: 2'),
  );
  for (let n = 0; n < FEEDS; n += 1) {
    one.write(
      `content/sources/agua-${n}.md`,
      `---\ntitle: "Agua ${n}"\nfeed: "${server.urls[n % 4]}/feed-${n}.xml"\nlanguage: "es"\n---\n`,
    );
  }
  repositories.push(one);
  return one;
}

async function harvest(one: Repository, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  // A zone is the process's own, and so is the way in which it writes letters.
  const run = 'TZ' in env ? runScript : runInProcess;
  const said = await run('harvest', args, {
    cwd: one.root,
    env: { CRIBA_ALLOW_HOSTS: '127.0.0.1', ...env },
  });
  return { ...said, sources: sourcesOf(said.stdout) };
}

function sourcesOf(stdout: string): { source: string; code: string }[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{"kind":"source"'))
    .map((line) => JSON.parse(line));
}

/** Remembers a desk, and gives what brings it back. */
function keepDesk(one: Repository): () => void {
  const files = one.list('content').map((path) => [path, one.read(`content/${path}`)] as const);
  return () => {
    rmSync(join(one.root, 'content'), { recursive: true });
    for (const [path, text] of files) one.write(`content/${path}`, text);
  };
}

const candidates = (one: Repository) => one.candidates();

/** When some of the feeds' items are still dated ahead, and when none is any more. */
const NIGHT = '2026-11-18T00:30:00Z';
const DAY_AFTER = '2026-11-19T06:00:00Z';

/** A feed that says that its answer holds for three days, with an item that is dated ahead at night. */
const RESTING = `<?xml version="1.0"?><rss version="2.0"><channel><title>Calma</title><link>https://calma.example/</link><language>es</language><ttl>4320</ttl>
<item><title>El embalse amanece lleno</title><link>https://calma.example/1</link><pubDate>Wed, 18 Nov 2026 07:00:00 +0100</pubDate><description>La sequía se va.</description></item></channel></rss>`;

/** A desk that proposes whatever its feeds have, so that the next run has nothing to read again. */
function roomy(): Repository {
  const one = repository();
  const settings = one.read('content/desk.md');
  one.write(
    'content/desk.md',
    settings
      .replace('budget: 7', 'budget: 200')
      .replace('capPerSource: 2', 'capPerSource: 50')
      .replace('threshold: 30', 'threshold: 0'),
  );
  return one;
}

/** One more item in the feed that lies beside the desk: the next run has something to write. */
function publish(one: Repository): void {
  const added =
    '<item><title>Abren dos pozos nuevos en la vega</title><link>https://rios.example/pozos</link><pubDate>Wed, 18 Nov 2026 20:00:00 +0100</pubDate><description>La comunidad de regantes perfora donde antes hubo un molino.</description></item>';
  one.write(
    'feeds/rios.xml',
    one.read('feeds/rios.xml').replace('</channel>', `${added}</channel>`),
  );
}

function follow(one: Repository, name: string, feed: string): void {
  one.write(
    `content/sources/${name}.md`,
    `---\ntitle: "${name}"\nfeed: "${server.url}/${feed}"\nlanguage: "es"\n---\n`,
  );
}

/** What the ledger remembers of runs, oldest first. */
function runLines(one: Repository): Record<string, unknown>[] {
  return one
    .list('content/ledger')
    .flatMap((path) => one.read(`content/ledger/${path}`).trim().split('\n'))
    .map((line) => JSON.parse(line))
    .filter(({ what }) => what === 'run');
}

describe('one desk, one time, one tree', () => {
  let expected: string;
  beforeAll(async () => {
    const one = repository();
    await harvest(one, ['--now', MONDAY]);
    expected = one.hash();
    expect(candidates(one)).toHaveLength(7);
  });

  test.for([
    ['a second run of the same', [], {}],
    ['one source at a time', ['--concurrency', '1'], {}],
    ['four at a time', ['--concurrency', '4'], {}],
    ['sixteen at a time', ['--concurrency', '16'], {}],
    ['in New York', [], { TZ: 'America/New_York' }],
    ['in Kathmandu', [], { TZ: 'Asia/Kathmandu' }],
    ['in Auckland', [], { TZ: 'Pacific/Auckland' }],
    ['on Kiritimati', [], { TZ: 'Pacific/Kiritimati' }],
    [
      'in Madrid, in Turkish',
      [],
      { TZ: 'Europe/Madrid', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    ],
  ] as const)('%s', async ([, args, env]) => {
    const one = repository();
    await harvest(one, ['--now', MONDAY, ...args], env);
    expect(one.hash()).toBe(expected);
  });

  test('sources that answer in another order', async () => {
    for (const slowest of [0, 5, 11]) {
      server.delay = (path) => (path === `/feed-${slowest}.xml` ? 400 : path.length * 3);
      const one = repository();
      await harvest(one, ['--now', MONDAY]);
      expect(one.hash()).toBe(expected);
    }
    server.delay = undefined;
  });
});

describe('a run that remembers and a run that has lost its memory', () => {
  const days = ['21', '22', '23'].map((day) => `2026-11-${day}T06:00:00Z`);

  test('give the same, day after day, while nothing is published', async () => {
    const [warm, cold] = [repository(), repository()];
    for (const one of [warm, cold]) await harvest(one, ['--now', MONDAY]);
    for (const now of days) {
      rmSync(join(cold.root, '.criba'), { recursive: true });
      const [remembering, forgetful] = [
        await harvest(warm, ['--now', now, '--json']),
        await harvest(cold, ['--now', now, '--json']),
      ];
      expect(remembering.sources.filter(({ code }) => code === 'unchanged')).toHaveLength(FEEDS);
      expect(forgetful.sources.filter(({ code }) => code === 'unchanged')).toHaveLength(0);
      expect(warm.hash()).toBe(cold.hash());
    }
    // What the budget held over has been offered meanwhile, though every feed said that it had not changed.
    expect(candidates(warm).length).toBeGreaterThan(7);
  });

  test('read nothing again once all has been offered', async () => {
    const one = roomy();
    await harvest(one, ['--now', MONDAY]);
    const before = one.hash();
    const again = await harvest(one, ['--now', days[0] ?? '', '--json']);
    const items = again.stdout.split('\n').filter((line) => line.startsWith('{"kind":"item"'));
    expect(one.hash()).toBe(before);
    expect(items.filter((line) => !line.includes('"source":"rios"'))).toEqual([]);
  });

  test('count the same sources as answered and the same items as fresh, read again or not', async () => {
    writeFileSync(join(feeds, 'resting.xml'), RESTING);
    const [warm, cold] = [roomy(), roomy()];
    for (const one of [warm, cold]) {
      follow(one, 'resting', 'resting.xml');
      follow(one, 'gone', 'none.xml');
      await harvest(one, ['--now', NIGHT]);
      publish(one);
    }
    rmSync(join(cold.root, '.criba'), { recursive: true });
    const remembering = await harvest(warm, ['--now', DAY_AFTER, '--json']);
    const forgetful = await harvest(cold, ['--now', DAY_AFTER, '--json']);
    const codes = (said: typeof remembering) =>
      said.sources.filter(({ code }) => code === 'unchanged' || code === 'resting');
    expect(codes(remembering)).toHaveLength(FEEDS + 1);
    expect(codes(forgetful)).toHaveLength(0);
    const [before, line] = runLines(warm);
    expect(before).toMatchObject({ sources: FEEDS + 3, answered: FEEDS + 2, fresh: 10 });
    expect(line).toEqual({
      at: DAY_AFTER,
      what: 'run',
      run: '20261119t060000z-harvest',
      sources: FEEDS + 3,
      answered: FEEDS + 2,
      fresh: 68,
      proposed: 1,
    });
    expect(runLines(cold)).toEqual(runLines(warm));
    expect(warm.hash()).toBe(cold.hash());
  });
});

describe('a run that is made again', () => {
  test('counts what it did not read again, too', async () => {
    const one = roomy();
    await harvest(one, ['--now', NIGHT]);
    publish(one);
    const restore = keepDesk(one);
    await harvest(one, ['--now', DAY_AFTER]);
    const expected = runLines(one);
    expect(expected.map(({ fresh }) => fresh)).toEqual([10, 67]);
    restore();
    await harvest(one, ['--replay', '20261119t060000z-harvest'], { CRIBA_ALLOW_HOSTS: '' });
    expect(runLines(one)).toEqual(expected);
  });

  test('gives the same bytes, without a network', async () => {
    const one = repository();
    const restore = keepDesk(one);
    await harvest(one, ['--now', MONDAY]);
    const expected = one.hash();
    const report = one.read(`.criba/reports/${RUN}.json`);
    restore();
    const said = await harvest(one, ['--replay', RUN], { CRIBA_ALLOW_HOSTS: '' });
    expect(said.code, said.stderr).toBe(0);
    expect(one.hash()).toBe(expected);
    expect(one.read(`.criba/reports/${RUN}.json`)).toBe(report);
  });

  test('is one of answers that stood in, too', async () => {
    const one = repository();
    await harvest(one, ['--now', MONDAY]);
    const before = one.hash();
    const restore = keepDesk(one);
    await harvest(one, ['--now', '2026-11-21T06:00:00Z']);
    const expected = one.hash();
    expect(expected).not.toBe(before);
    restore();
    const said = await harvest(one, ['--replay', '20261121t060000z-harvest', '--json'], {
      CRIBA_ALLOW_HOSTS: '',
    });
    expect(said.sources.filter(({ code }) => code === 'unchanged')).toHaveLength(FEEDS);
    expect(one.hash()).toBe(expected);
  });

  test('tells the same faults', async () => {
    const one = repository();
    one.write(
      'content/sources/none.md',
      `---\ntitle: "None"\nfeed: "${server.url}/none.xml"\nlanguage: "es"\n---\n`,
    );
    const restore = keepDesk(one);
    const fault = ({ sources }: Awaited<ReturnType<typeof harvest>>) =>
      sources.find(({ source }) => source === 'none')?.code;
    expect(fault(await harvest(one, ['--now', MONDAY, '--json']))).toBe('missing');
    restore();
    expect(fault(await harvest(one, ['--replay', RUN, '--json']))).toBe('missing');
  });

  test('needs the desk as it was, and says where to take it from', async () => {
    const one = repository();
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', one.root, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
    git('init', '-q');
    git('add', 'content', 'feeds');
    git('-c', 'user.name=a', '-c', 'user.email=a@a.example', 'commit', '-qm', 'desk');
    await harvest(one, ['--now', MONDAY]);
    const expected = one.hash();
    const refused = await harvest(one, ['--replay', RUN]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('replay/other-desk');
    const [, commit = ''] =
      /git worktree add \.\.\/replay ([0-9a-f]{40})/.exec(refused.stderr) ?? [];
    expect(commit).toBe(git('rev-parse', 'HEAD'));
    const place = `${one.root}-replay`;
    git('worktree', 'add', '-q', place, commit);
    const said = await harvest(one, ['--replay', RUN, '--desk', `${place}/content`]);
    expect(said.code, said.stderr).toBe(0);
    rmSync(join(one.root, 'content'), { recursive: true });
    cpSync(join(place, 'content'), join(one.root, 'content'), { recursive: true });
    rmSync(place, { recursive: true });
    expect(one.hash()).toBe(expected);
  });

  test('has to be there', async () => {
    const one = repository();
    const before = one.hash();
    const said = await harvest(one, ['--replay', '../../etc/passwd']);
    expect([said.code, one.hash()]).toEqual([2, before]);
    expect(said.stderr).toContain('replay/no-run');
  });

  test('brings its own time and sources', async () => {
    const said = await harvest(repository(), ['--replay', RUN, '--now', MONDAY]);
    expect(said.code).toBe(2);
    expect(said.stderr).toContain('usage/replay');
  });
});

describe('what is beside the desk may fail', () => {
  test.for([
    ['the folder cannot be made', '.criba', 'x'],
    ['the file is a folder', '.criba/harvest.db/x', 'x'],
    ['records cannot be kept', '.criba/runs', 'x'],
    ['reports cannot be kept', '.criba/reports', 'x'],
  ] as const)('%s: the desk is written all the same, and it is said', async ([, path, text]) => {
    const one = repository();
    one.write(path, text);
    const said = await harvest(one, ['--now', MONDAY]);
    expect(candidates(one)).toHaveLength(7);
    expect(said.code).toBe(0);
    expect(said.stderr).toContain('warning criba/not-kept');
    expect(said.stderr).toMatch(/7 files written\n$/);
  });

  test('it is a link to a cache elsewhere', async () => {
    const one = repository();
    const cache = mkdtempSync(join(tmpdir(), 'criba-cache-'));
    symlinkSync(cache, join(one.root, '.criba'));
    const said = await harvest(one, ['--now', MONDAY]);
    expect(said.stderr).not.toContain('not-kept');
    expect(readdirSync(cache).toSorted()).toEqual(['harvest.db', 'reports', 'runs']);
    rmSync(cache, { recursive: true });
  });
});

test('a run that a person stops writes nothing to the desk, and remembers what it was told', async () => {
  const one = repository();
  const before = one.hash();
  server.delay = (path) => (path === '/feed-11.xml' ? 60_000 : 0);
  const running = startScript('harvest', ['--now', MONDAY], {
    cwd: one.root,
    env: { CRIBA_ALLOW_HOSTS: '127.0.0.1' },
  });
  running.address.catch(() => {});
  const file = join(one.root, '.criba');
  await expect.poll(() => recallAll(file).size).toBeGreaterThan(9);
  server.delay = undefined;
  const code = await running.end();
  expect(running.said.stderr).toContain('Nothing was written to the desk.');
  expect([code, one.hash()]).toEqual([2, before]);
  expect(recallAll(file).get('agua-1')?.etag).toBeDefined();
});

test('a dry run keeps nothing, neither in the desk nor beside it', async () => {
  const one = repository();
  const before = one.hash();
  await harvest(one, ['--now', MONDAY, '--dry-run']);
  expect(one.hash()).toBe(before);
  expect(readdirSync(one.root)).not.toContain('.criba');
});
