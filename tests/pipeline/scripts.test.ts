import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../scripts/commands.ts';
import { Repository } from '../support/repository.ts';
import { runInProcess, runScript } from '../support/runScript.ts';

const NOW = ['--now', '2026-11-18T12:00:00+01:00'];
const repositories: Repository[] = [];
const servers: Server[] = [];
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
  for (const server of servers.splice(0)) server.close();
});

function repository(files: Record<string, string> = {}): Repository {
  const made = new Repository(files);
  repositories.push(made);
  return made;
}

async function listen(server: Server): Promise<{ server: Server; port: number }> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: (server.address() as AddressInfo).port };
}

const run = (name: string, args: string[], at: Repository, env: NodeJS.ProcessEnv = {}) =>
  runInProcess(name, args, { cwd: at.root, env });
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);
const records = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('harvest', () => {
  test('proposes what is on topic as files, says what became of every item, and remembers it', async () => {
    const desk = repository();
    const { code, stdout, stderr } = await run('harvest', NOW, desk);
    expect(code).toBe(0);
    expect(stdout).toContain('La sequía vacía el embalse de la comarca');
    expect(lastLine(stderr)).toBe(
      '1 source, 1 answered; 5 items = 2 proposed + 1 below the threshold + 1 in the future + 1 without link; 2 files written',
    );
    const [candidate = ''] = desk.candidates().filter((path) => path.startsWith('la-sequia'));
    expect(desk.read(`content/candidates/${candidate}`)).toMatch(
      /^---\nid: "[0-9a-f]{12}"\ndecision: ""\nreason: ""\ntitle: "La sequía vacía/,
    );
    expect(desk.read(`content/candidates/${candidate}`)).toMatch(
      /\n---\n\n> Sin lluvia desde junio/,
    );
    expect(desk.list('content/ledger')).toEqual(['2026/11/20261118t110000z-harvest.ndjson']);
    expect((await run('check', [], desk)).code).toBe(0);
  });

  test('writes the text of its pull request where it is asked for, and says where it cannot', async () => {
    const desk = repository();
    const { code } = await run('harvest', [...NOW, '--body', 'body.md'], desk);
    expect(code).toBe(0);
    expect(desk.read('body.md')).toMatch(/\| 1 \| \d+ \| \[La sequía vacía el embalse/);
    expect(await run('harvest', [...NOW, '--body', 'nowhere/body.md'], desk)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('usage/body'),
    });
  });

  test('with nothing new writes nothing', async () => {
    const desk = repository();
    await run('harvest', NOW, desk);
    const before = desk.hash();
    const { code, stderr } = await run('harvest', ['--now', '2026-11-18T18:00:00+01:00'], desk);
    expect([code, desk.hash()]).toEqual([0, before]);
    expect(lastLine(stderr)).toContain('2 known');
  });

  test('gives the same bytes in every time zone, and whatever the number of sources at a time', async () => {
    const hashes = new Set<string>();
    for (const [zone, concurrency] of [
      ['UTC', '1'],
      ['Pacific/Auckland', '4'],
      ['America/Bogota', '16'],
    ] as const) {
      const desk = repository({
        'content/sources/otra.md': '---\ntitle: Otra\nfeed: feeds/rios.xml\nlanguage: es\n---\n',
      });
      await runScript('harvest', [...NOW, '--concurrency', concurrency], {
        cwd: desk.root,
        env: { TZ: zone },
      });
      expect(desk.candidates()).toHaveLength(2);
      hashes.add(desk.hash());
    }
    expect(hashes.size).toBe(1);
  });

  test('goes on when a source fails, and names it with its file', async () => {
    const desk = repository({
      'content/sources/rota.md': '---\ntitle: Rota\nfeed: feeds/none.xml\nlanguage: es\n---\n',
    });
    const { code, stderr } = await run('harvest', NOW, desk);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^warning source\/no-file {2}content\/sources\/rota\.md: .+\n +Write the path as it stands/m,
    );
    expect(lastLine(stderr)).toContain('2 sources, 1 answered, 1 failed; 5 items');
  });

  test('asks for a person when no source answers', async () => {
    const desk = repository({ 'feeds/rios.xml': '<html><body>Not found</body></html>' });
    expect(await run('harvest', NOW, desk)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('source/not-a-feed'),
    });
  });

  test('refuses an address of this machine unless the operator opens it, and no file can', async () => {
    const { server, port } = await listen(createServer((_, response) => response.end('<rss/>')));
    let asked = 0;
    server.on('connection', () => {
      asked += 1;
    });
    const desk = repository({
      'content/sources/rios.md': `---\ntitle: R\nfeed: "http://127.0.0.1:${port}/feed"\nlanguage: es\n---\n`,
    });
    expect((await run('harvest', NOW, desk)).stderr).toContain('source/refused');
    expect(asked).toBe(0);
    await run('harvest', NOW, desk, { CRIBA_ALLOW_HOSTS: `127.0.0.1:${port}` });
    expect(asked).toBe(1);
  });

  test('under --dry-run --json says what it would do, one object a line, and writes nothing', async () => {
    const desk = repository();
    const before = desk.hash('.');
    const { stdout } = await run('harvest', [...NOW, '--dry-run', '--json'], desk);
    expect(records(stdout).map(({ kind, url }) => [kind, url])).toEqual([
      ['source', undefined],
      ['candidate', 'https://rios.example/embalse'],
      ['candidate', 'https://rios.example/riego'],
      ['item', undefined],
      ['item', 'https://rios.example/manana'],
      ['item', 'https://rios.example/fiesta'],
    ]);
    expect(desk.hash('.')).toBe(before);
  });

  test('lists what was vetoed, with the veto’s name', async () => {
    const desk = repository({
      'content/audiences/vecindario.md':
        '---\ntitle: "Vecindario"\nlanguages: ["es", "en"]\ninterests:\n  agua: 1\navoid: ["huertas"]\n---\n',
    });
    const { stdout } = await run('harvest', [...NOW, '--dry-run'], desk);
    expect(lastLine(stdout)).toBe(
      'vetoed  Nuevo plan de riego contra la sequía  (vecindario avoid: "huertas")',
    );
    const said = await run('harvest', [...NOW, '--dry-run', '--json'], desk);
    expect(records(said.stdout)).toContainEqual(
      expect.objectContaining({
        kind: 'item',
        outcome: 'vetoed',
        url: 'https://rios.example/riego',
        source: 'rios',
        score: expect.any(Number),
        detail: 'vecindario avoid: "huertas"',
      }),
    );
  });

  test('says why it reads nothing: every source is retired, or the one that is named', async () => {
    const desk = repository({
      'content/sources/rios.md':
        '---\ntitle: R\nfeed: feeds/rios.xml\nlanguage: es\nstate: retired\n---\n',
    });
    expect(await run('harvest', NOW, desk)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Every source of content is retired.'),
    });
    expect(await run('harvest', [...NOW, '--source', 'rios'], desk)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('usage/source-retired'),
    });
  });

  test('does not call a decision what nobody decided in time', async () => {
    const desk = repository();
    await run('harvest', NOW, desk);
    const { stderr } = await run('harvest', ['--now', '2026-12-20T07:00:00+01:00'], desk);
    expect(lastLine(stderr)).toContain('; 2 expired; 0 files written');
  });

  test('leaves a file alone that a person changes while it runs', async () => {
    const desk = repository();
    await run('harvest', NOW, desk);
    const [name = ''] = desk.candidates();
    const { port } = await listen(
      createServer((_, response) => {
        decide(desk, name, 'keep');
        response.end(desk.read('feeds/rios.xml'));
      }),
    );
    const source = desk.read('content/sources/rios.md');
    desk.write(
      'content/sources/rios.md',
      source.replace('feeds/rios.xml', `http://127.0.0.1:${port}/feed`),
    );
    const said = await run('harvest', ['--now', '2027-02-01T12:00:00Z'], desk, {
      CRIBA_ALLOW_HOSTS: `127.0.0.1:${port}`,
    });
    expect(said).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('desk/changed-meanwhile'),
    });
    expect(desk.read(`content/candidates/${name}`)).toContain('decision: keep');
    expect(desk.candidates()).toEqual([name]);
  });

  test('proposes nothing while a line of the ledger cannot be read', async () => {
    const desk = repository();
    await run('harvest', NOW, desk);
    const [ledger = ''] = desk.list('content/ledger');
    desk.write(`content/ledger/${ledger}`, 'not a line\n');
    for (const command of ['harvest', 'settle']) {
      const said = await run(command, ['--now', '2026-11-19T12:00:00Z'], desk);
      expect(said).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/ledger\/damaged .*ndjson:1/),
      });
    }
  });

  test('turns yesterday’s decisions into places first', async () => {
    const desk = repository();
    await run('harvest', NOW, desk);
    const [kept = '', dropped = ''] = desk.candidates();
    decide(desk, kept, 'keep');
    decide(desk, dropped, 'drop');
    const { stderr } = await run('harvest', ['--now', '2026-11-19T07:00:00+01:00'], desk);
    expect(lastLine(stderr)).toContain('2 decisions settled');
    expect(desk.list('content/picks')).toEqual([`2026/11/${kept}`]);
    expect(desk.candidates()).toEqual([]);
  });
});

function decide(desk: Repository, name: string, decision: string, reason = ''): void {
  const path = `content/candidates/${name}`;
  desk.write(
    path,
    desk
      .read(path)
      .replace('decision: ""', `decision: ${decision}`)
      .replace('reason: ""', `reason: "${reason}"`),
  );
}

describe('settle', () => {
  test('moves a kept candidate, removes a dropped one, and the ledger says who and why', async () => {
    const desk = repository();
    await run('harvest', NOW, desk);
    const [kept = '', dropped = ''] = desk.candidates();
    decide(desk, kept, 'keep');
    desk.write(
      `content/candidates/${kept}`,
      desk.read(`content/candidates/${kept}`).replace('\n\n> ', '\n\nMis palabras.\n\n> '),
    );
    decide(desk, dropped, 'Drop', 'ya se sabía');
    const { code, stdout } = await run(
      'settle',
      ['--now', '2026-11-19T07:00:00+01:00', '--by', 'Ana'],
      desk,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/keep .+\n.*drop .+\(ya se sabía\)|drop .+\(ya se sabía\)\n.*keep /);
    expect(desk.read(`content/picks/2026/11/${kept}`)).toMatch(
      /kept: "2026-11-19"\nkeptBy: "Ana"[\s\S]+Mis palabras\.\n\n> /,
    );
    const lines = records(desk.read('content/ledger/2026/11/20261119t060000z-settle.ndjson'));
    expect(lines).toMatchObject([
      { event: 'drop', reason: 'ya se sabía', by: 'Ana' },
      { event: 'keep', by: 'Ana' },
    ]);
    expect((await run('check', [], desk)).code).toBe(0);
  });

  test('reopens an item by its address, and the next harvest proposes it again', async () => {
    const desk = repository();
    await run('harvest', NOW, desk);
    const [name = ''] = desk.candidates();
    decide(desk, name, 'drop');
    await run('settle', ['--now', '2026-11-19T07:00:00+01:00'], desk);
    expect(
      (await run('harvest', ['--now', '2026-11-19T08:00:00+01:00', '--dry-run'], desk)).stdout,
    ).toBe('');
    await run(
      'settle',
      [
        '--now',
        '2026-11-19T09:00:00+01:00',
        '--restore',
        'http://www.rios.example/embalse/?utm_source=x',
      ],
      desk,
    );
    expect(
      (await run('harvest', ['--now', '2026-11-19T10:00:00+01:00', '--dry-run'], desk)).stdout,
    ).toContain('https://rios.example/embalse');
  });

  test('carries over what was decided in a pull request that was closed', async () => {
    const desk = repository();
    const branch = repository();
    await run('harvest', NOW, branch);
    decide(branch, branch.candidates()[0] ?? '', 'keep');
    await run(
      'settle',
      ['--now', '2026-11-19T07:00:00+01:00', '--closed', `${branch.root}/content`],
      desk,
    );
    expect(desk.list('content/picks')).toHaveLength(1);
    expect((await run('harvest', ['--now', '2026-11-19T08:00:00+01:00'], desk)).stderr).toContain(
      '2 known',
    );
  });
});

describe('settle, in words', () => {
  test('calls a removal a removal', async () => {
    const desk = repository();
    await run('harvest', NOW, desk);
    decide(desk, desk.candidates()[0] ?? '', 'drop', 'x\\u001b[31m\\a');
    const said = await run('settle', ['--now', '2026-11-19T07:00:00+01:00'], desk);
    expect(lastLine(said.stderr)).toBe('1 line for the ledger, 1 file removed');
    expect(said.stdout).toMatch(/^drop .+\(x\ufffd\[31m\ufffd\)\n$/);
  });

  test('does one thing at a time', async () => {
    const args = ['--restore', '0123456789ab', '--closed', 'content'];
    expect(await run('settle', args, repository())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('usage/restore-or-closed'),
    });
  });
});

describe('a file that cannot be read', () => {
  test.for([
    ['harvest', NOW],
    ['settle', []],
    ['check', []],
    ['build', ['--dry-run']],
  ] as const)('%s says so, and asks for a person', async ([name, args]) => {
    const desk = repository({
      'content/candidates/nota.md': '---\ntitle: Nota: una\n---\n',
    });
    expect(await run(name, [...args], desk)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^warning desk\/quarantine {2}1 file of content is left out\.\n +npm run check/m,
      ),
    });
  });
});

describe('build', () => {
  test('under --dry-run claims no pages and writes nothing', async () => {
    const desk = repository();
    const before = desk.hash('.');
    const { code, stdout, stderr } = await run('build', [...NOW, '--dry-run'], desk);
    expect([code, stdout]).toEqual([
      0,
      'dist/team  to be built (dry run)\ndist/public  to be built (dry run)\n',
    ]);
    expect(lastLine(stderr)).toBe('0 picks, 0 slots, 0 files left out; 0 written (dry run)');
    expect(desk.hash('.')).toBe(before);
  });
});

describe('check', () => {
  test('is content with a good desk', async () => {
    expect(await run('check', [], repository())).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '5 files, 0 set aside, 0 errors, 0 warnings\n',
    });
  });
  test('names file, line, column and remedy of every fault in one go', async () => {
    const desk = repository({
      'content/sources/mala.md':
        '---\ntitle: Mala\nfeed: feeds/rios.xml\nlanguage: es\nstate: trustd\n---\n',
      'content/picks/2026/11/nota.md': '---\ntitle: Nota: una\nurl: https://a.example\n---\n',
    });
    const { code, stdout, stderr } = await run('check', [], desk);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'content/sources/mala.md:5:8  error key/not-one-of\n    `state` is "trustd"; it may be trial, trusted, watch or retired.\n    Did you mean `trusted`?',
    );
    expect(stdout).toContain('content/picks/2026/11/nota.md:2:8  error header/');
    expect(lastLine(stderr)).toBe('7 files, 2 set aside, 2 errors, 0 warnings');
  });
  test('says in either language what it found, and as JSON gives the code, its values and both texts', async () => {
    const desk = repository({
      'content/sources/mala.md':
        '---\ntitle: Mala\nfeed: feeds/rios.xml\nlanguage: es\nstate: trustd\n---\n',
    });
    const place = { file: 'content/sources/mala.md', line: 5, column: 8, severity: 'error' };
    const allowed = { oneOf: ['trial', 'trusted', 'watch', 'retired'] };
    const values = { key: 'state', value: '"trustd"', allowed, near: 'trusted' };
    const { stdout } = await run('check', ['--json', '--lang', 'es'], desk);
    expect(JSON.parse(stdout)).toEqual({
      ...place,
      code: 'key/not-one-of',
      values,
      message: '`state` es "trustd"; puede ser trial, trusted, watch o retired.',
      hint: '¿Querías decir `trusted`?',
    });
    expect(JSON.parse((await run('check', ['--json', '--lang', 'en'], desk)).stdout)).toMatchObject(
      {
        values,
        hint: 'Did you mean `trusted`?',
      },
    );
  });
  test('tries the examples of rules, and names the one that does not hold', async () => {
    const desk = repository({
      'content/sources/otra.md':
        '---\ntitle: Otra\nfeed: feeds/rios.xml\nlanguage: es\nrules:\n  - effect: veto\n    phrase: sorteo\n    matches: [Gran sorteo]\n    misses: [Sorteo de huertos]\n---\n',
      'content/rules/names.md':
        '---\nnames:\n  - name: Oficina\n    matches: [La oficina, La ventanilla]\n---\n',
    });
    const { code, stdout, stderr } = await run('check', [], desk);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^content\/rules\/names\.md:4:27 {2}warning name\/example\n[\s\S]+\ncontent\/sources\/otra\.md:9:14 {2}warning rule\/example-hit\n {4}The rule hits this example by "Sorteo", and should not\.\n/,
    );
    expect(lastLine(stderr)).toBe('7 files, 0 set aside, 0 errors, 2 warnings');
  });
  test('shows what the tone of a draft could be as a hint, which is no reason to end with 1', async () => {
    const desk = repository({
      'content/picks/2026/11/nota.md':
        '---\ntitle: Nota\nurl: https://a.example\nkept: "2026-11-20"\n---\n\n> Sinergias.\n\nPoner en valor.\n',
    });
    const said = await run('check', [...NOW], desk);
    expect(said.stdout).toMatch(
      /^content\/picks\/2026\/11\/nota\.md:9:1 {2}hint tone\/jargon\n {4}"Poner en valor": .+\n {4}Rule poner-en-valor; .+\n$/,
    );
    expect(said).toMatchObject({
      code: 0,
      stderr: '6 files, 0 set aside, 0 errors, 0 warnings, 1 hint\n',
    });
  });
  test('formats headers under --fix, loses nothing, and has nothing to do the second time', async () => {
    const desk = repository({
      'content/picks/2026/11/nota.md':
        "---\nurl: https://a.example # mirado\ntitle: 'Nota'\n---\nPalabras.\n",
    });
    expect(records((await run('check', ['--fix', '--json', '--dry-run'], desk)).stdout)).toEqual([
      { kind: 'formatted', file: 'content/picks/2026/11/nota.md' },
    ]);
    expect((await run('check', ['--fix'], desk)).stdout).toBe(
      'formatted  content/picks/2026/11/nota.md\n',
    );
    expect(desk.read('content/picks/2026/11/nota.md')).toBe(
      '---\ntitle: "Nota"\nurl: "https://a.example" # mirado\n---\n\nPalabras.\n',
    );
    expect((await run('check', ['--fix'], desk)).stdout).toBe('');
  });
  test('hints at a slot without an id, and --fix writes one above all else, once', async () => {
    const slot = 'content/slots/feria.md';
    const desk = repository({
      [slot]:
        '---\n# de Ana\ntitle: Feria # por confirmar\nchannel: web\nkind: share\n---\n\nTexto.\n',
      'content/channels/web.md': '---\ntitle: Web\nnetwork: web\nlanguage: es\n---\n',
    });
    const before = await run('check', [], desk);
    expect(before.code).toBe(0);
    expect(before.stdout).toMatch(/^content\/slots\/feria\.md:1:1 {2}hint slot\/no-id\n/);
    const fixed = await run('check', ['--fix'], desk);
    expect(fixed.stdout).not.toContain('slot/no-id');
    expect(desk.read(slot)).toMatch(
      /^---\nid: "[0-9a-f]{12}"\n# de Ana\ntitle: "Feria" # por confirmar\nchannel: "web"\nkind: "share"\n---\n\nTexto\.\n$/,
    );
    expect((await run('check', ['--fix'], desk)).stdout).toBe('');
  });
});

describe('add', () => {
  const PAGE =
    '<!doctype html><html lang="en"><head><title>Rain gardens | Water</title><meta property="og:title" content="Rain &amp; gardens"><meta name="author" content="M. Lake"><link rel="canonical" href="/rain-gardens"></head><body><h1>x</h1></body></html>';

  test('makes a pick of a page, with what the page says of itself', async () => {
    const { port } = await listen(
      createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE)),
    );
    const desk = repository();
    const { code, stdout } = await run(
      'add',
      [
        ...NOW,
        `http://127.0.0.1:${port}/rain-gardens?utm_source=x`,
        '--by',
        'Ana',
        '--note',
        'Para primavera.',
      ],
      desk,
      { CRIBA_ALLOW_HOSTS: `127.0.0.1:${port}` },
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^content\/picks\/2026\/11\/rain-gardens-[0-9a-f]{6}\.md\n$/);
    expect(desk.read(stdout.trim())).toMatch(
      new RegExp(
        `title: "Rain & gardens"\nurl: "http://127.0.0.1:${port}/rain-gardens"\nauthor: "M. Lake"\nlanguage: "en"\nkept: "2026-11-18"\nkeptBy: "Ana"\n---\n\nPara primavera.\n$`,
      ),
    );
    expect((await run('check', [], desk)).code).toBe(0);
  });
  test('refuses a page of this machine that the operator has not opened', async () => {
    expect(await run('add', ['http://127.0.0.1:9/x'], repository())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('source/refused'),
    });
  });
  test('does without a network when it is told the title, and does not add an address twice', async () => {
    const desk = repository();
    const args = [
      ...NOW,
      'https://agua.example/lluvia',
      '--offline',
      '--title',
      'Jardines de lluvia',
    ];
    expect((await run('add', args, desk)).code).toBe(0);
    expect(await run('add', args, desk)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('pick/already-there'),
    });
  });
  test('says how it is called when it is given no address', async () => {
    expect(await run('add', ['agua'], repository())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run add -- https://'),
    });
  });
});

describe('every command', () => {
  const SHARED = ['--desk', '--now', '--dry-run', '--json', '--quiet'];
  const NAMES = Object.keys(COMMANDS);
  const TAKES: Record<string, string[]> = {
    start: ['--now', '--json', '--quiet'],
    dev: ['--desk', '--now'],
    explain: ['--desk', '--now', '--json', '--quiet'],
    learn: ['--desk', '--json', '--quiet'],
  };
  test.for(NAMES)('%s explains itself', async (name) => {
    const { code, stdout } = await runInProcess(name, ['--help'], { cwd: repository().root });
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`npm run ${name} --.*\\[flags\\]`));
    const reported = SHARED.filter((flag) => new RegExp(`^  ${flag} `, 'm').test(stdout));
    expect(reported).toEqual(TAKES[name] ?? SHARED);
    expect(stdout).toMatch(/--help .+\n\nExamples\n/);
  });
  test.for(NAMES)('%s cannot start with a flag that it does not know', async (name) => {
    expect(await runInProcess(name, ['--dryrun'], { cwd: repository().root })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--help'),
    });
  });
  test.for([
    ['start', ['--dry-run'], 'usage/flag'],
    ['start', ['--desk', 'content'], 'usage/flag'],
    ['start', ['--port', '99999'], 'usage/port'],
    ['dev', ['--dry-run'], 'usage/flag'],
    ['dev', ['--port', 'http'], 'usage/port'],
    ['dev', ['--edition', 'nonsense'], 'usage/edition'],
    ['build', ['--edition', 'nonsense'], 'usage/edition'],
  ] as const)('%s cannot start with %j: %s', async ([name, args, code]) => {
    expect(await runInProcess(name, [...args], { cwd: repository().root })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`error ${code} `),
    });
  });
  test('goes on where a setting of npm may come from anywhere, and says so', async () => {
    const env = { npm_lifecycle_event: 'check', npm_config_json: 'true' };
    const said = await run('check', [], repository(), env);
    expect(said).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('npm run check -- --json'),
    });
    expect((await run('check', ['--json'], repository(), env)).stderr).not.toContain('swallowed');
  });
  test('is quiet where npm was told to be', async () => {
    const env = { npm_lifecycle_event: 'check', npm_config_loglevel: 'warn' };
    expect(await run('check', [], repository(), env)).toMatchObject({ code: 0, stderr: '' });
  });
  test('stops when npm has swallowed a flag', async () => {
    const said = await run('harvest', [], repository(), {
      npm_lifecycle_event: 'harvest',
      npm_config_dry_run: 'true',
    });
    expect(said).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run harvest -- --dry-run'),
    });
  });
  test('says so when there is no desk', async () => {
    expect(await run('check', ['--desk', 'nowhere'], repository())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('desk/not-found'),
    });
  });
});
