import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readOpml } from '../../src/harvest/opml/readOpml.ts';
import { openMemory } from '../../src/memory/openMemory.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import type { SourceMemory } from '../../src/model/run/sourceMemory.ts';
import { FEED, Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

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

/** A site that answers these paths, HTML or feeds, a status where that is all, and 404 for the rest; `asked` are the paths in order. */
async function site(pages: Record<string, string>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const body = pages[path];
    const type = body?.startsWith('<!doctype') ? 'text/html' : 'application/xml';
    if (body === undefined) response.writeHead(404).end();
    else if (/^\d{3}$/.test(body)) response.writeHead(Number(body)).end();
    else response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, host, url: `http://${host}`, env: { CRIBA_ALLOW_HOSTS: host } };
}

const run = (args: string[], at: Repository, env: NodeJS.ProcessEnv = {}) =>
  runInProcess('sources', args, { cwd: at.root, env });
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);
const records = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const page = (...hrefs: string[]) =>
  `<!doctype html><html lang="es"><title>Ríos</title>${hrefs
    .map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`)
    .join('')}<p>Hola</p></html>`;
const other = (text: string) =>
  FEED.replaceAll('rios.example', 'otra.example').replace('<title>Ríos', `<title>${text}`);

describe('sources add', () => {
  test('shows the feed of a site with its newest items, and writes the source', async () => {
    const { url, env, asked } = await site({
      '/': page('feed.xml'),
      '/feed.xml': other('El caudal'),
    });
    const desk = repository();
    const { code, stdout, stderr } = await run(['add', ...NOW, url, '--topics', 'agua'], desk, env);
    expect(stdout).toBe(` 1  El caudal
    ${url}/feed.xml
    RSS, 5 items, Spanish (es)
    2026-11-25  Anuncio del embalse
    2026-11-18  La sequía vacía el embalse de la comarca
    2026-11-17  Nuevo plan de riego contra la sequía

written  content/sources/el-caudal.md
`);
    expect(stderr).toBe('1 source written, on trial; say below its header why we follow it\n');
    expect(code).toBe(0);
    expect(desk.read('content/sources/el-caudal.md')).toBe(`---
title: "El caudal"
site: "https://otra.example/"
feed: "${url}/feed.xml"
language: "es"
topics: ["agua"]
state: "trial"
permission:
  scope: "link"
  status: "none"
---
`);
    expect(asked).toEqual(['/robots.txt', '/', '/feed.xml']);
    expect(await runInProcess('check', [], { cwd: desk.root })).toMatchObject({
      code: 0,
      stdout: '',
    });
  });

  test('writes nothing under --dry-run, and gives objects under --json', async () => {
    const { url, env } = await site({ '/feed.xml': other('El caudal') });
    const desk = repository();
    const before = desk.hash();
    const args = ['add', ...NOW, `${url}/feed.xml`, '--dry-run', '--json', '--name', 'caudal'];
    const { code, stdout, stderr } = await run(args, desk, env);
    expect([code, stderr, desk.hash()]).toEqual([0, '0 written (dry run)\n', before]);
    expect(records(stdout)).toMatchObject([
      { kind: 'feed', number: 1, way: 'itself', feed: `${url}/feed.xml`, total: 5, language: 'es' },
      { kind: 'source', file: 'content/sources/caudal.md', title: 'El caudal', state: 'trial' },
    ]);
  });

  test('of several feeds writes none until a person names one', async () => {
    const { url, env } = await site({
      '/': page('agua.xml', 'clima.xml'),
      '/agua.xml': other('Agua'),
      '/clima.xml': other('Clima').replaceAll('otra.example', 'clima.example'),
    });
    const desk = repository();
    const undecided = await run(['add', ...NOW, url], desk, env);
    expect(undecided.code).toBe(1);
    expect(undecided.stdout).toMatch(/^ 1 {2}Agua\n[\s\S]+\n 2 {2}Clima\n/);
    expect(lastLine(undecided.stderr)).toBe(
      '2 feeds found, none of them clearly the one; 0 written. Choose by number: --feed 1',
    );
    expect(desk.list('content/sources')).toEqual(['rios.md']);
    expect((await run(['add', ...NOW, url, '--feed', '2'], desk, env)).code).toBe(0);
    expect(desk.list('content/sources')).toEqual(['clima.md', 'rios.md']);
    expect(await run(['add', ...NOW, url, '--feed', '3'], desk, env)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('error usage/feed  There is no feed 3: 2 feeds found.'),
    });
  });

  test('does not follow a feed or a site twice, and says which file does', async () => {
    const { url, env, asked, host } = await site({
      '/': page('feed.xml'),
      '/feed.xml': other('El caudal'),
    });
    const source = `---\ntitle: Caudal\nfeed: http://www.${host}/feed.xml/\nlanguage: es\nstate: retired\n---\n`;
    const desk = repository({ 'content/sources/caudal.md': source.replace('www.', '') });
    const before = desk.hash();
    expect(await run(['add', ...NOW, `${url}/feed.xml`], desk, env)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(
        'warning source/already-there  content/sources/caudal.md follows this feed already, and is retired.',
      ),
    });
    expect(asked).toEqual([]);
    const said = await run(['add', ...NOW, url], desk, env);
    expect([said.code, desk.hash()]).toEqual([1, before]);
    expect(said.stdout).toContain('followed already: content/sources/caudal.md');
    const known = repository({
      'content/sources/otra.md':
        '---\ntitle: Otra\nsite: https://www.otra.example\nfeed: feeds/x.xml\nlanguage: es\n---\n',
    });
    expect(await run(['add', ...NOW, url], known, env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('content/sources/otra.md follows this site already.'),
    });
    expect((await run(['add', ...NOW, url, '--feed', '1'], known, env)).code).toBe(0);
  });

  test('says so where there is no feed, and where robots.txt keeps it from the page', async () => {
    const bare = await site({ '/': page() });
    expect(await run(['add', bare.url], repository(), bare.env)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^warning source\/no-feed {2}\S+: no feed found\.\n +Look on its pages .+\n0 feeds found at \d+ addresses; 0 written\n$/,
      ),
    });
    const closed = await site({
      '/robots.txt': 'User-agent: *\nDisallow: /\nAllow: /rss.xml\n',
      '/': page('hidden.xml'),
      '/hidden.xml': other('Oculto'),
      '/feed': other('Cerrado'),
      '/rss.xml': other('El caudal'),
    });
    const add = ['add', ...NOW, closed.url, '--dry-run'];
    expect((await run(add, repository(), closed.env)).stdout).toContain(`${closed.url}/rss.xml`);
    expect(closed.asked).toEqual(['/robots.txt', '/rss.xml']);
  });

  test('asks for a page that is called like a feed again, if robots.txt lets it', async () => {
    const { url, env, asked } = await site({
      '/robots.txt': 'User-agent: *\nDisallow: /rss\n',
      '/rss': page('hidden.xml'),
      '/hidden.xml': other('Oculto'),
    });
    expect(await run(['add', ...NOW, `${url}/rss`], repository(), env)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('source/robots'),
    });
    expect(asked).not.toContain('/hidden.xml');
  });

  test('names the feed that the page names and that answers nothing of use', async () => {
    const { url, env } = await site({ '/': page('feed.xml'), '/feed.xml': '403' });
    const said = await run(['add', ...NOW, url], repository(), env);
    expect([said.code, said.stdout]).toEqual([1, '']);
    expect(said.stderr).toMatch(
      /^warning source\/forbidden {2}It names (\S+)\/feed\.xml, which answered 403\.\nwarning source\/no-feed {2}\S+: no feed found\.\n +Open what it names in a browser\./,
    );
    expect(records((await run(['add', ...NOW, url, '--json'], repository(), env)).stdout)).toEqual([
      { kind: 'unread', feed: `${url}/feed.xml`, way: 'link', code: 'forbidden', status: 403 },
    ]);
  });

  test('takes another feed of a site that it follows, by its address or by the number that it says', async () => {
    const { url, env } = await site({
      '/': page('uno.xml', 'dos.xml'),
      '/uno.xml': other('Uno'),
      '/dos.xml': other('Dos').replaceAll('/embalse', '/presa').replaceAll('/riego', '/huerta'),
    });
    const files = {
      'content/sources/uno.md': `---\ntitle: Uno\nsite: ${url}/\nfeed: ${url}/uno.xml\nlanguage: es\n---\n`,
    };
    const desk = repository(files);
    const said = await run(['add', ...NOW, url], desk, env);
    expect(said.stderr).toContain('give the number of that one: --feed 2\n');
    expect((await run(['add', ...NOW, url, '--feed', '2'], desk, env)).code).toBe(0);
    expect(desk.list('content/sources')).toEqual(['dos.md', 'rios.md', 'uno.md']);
    const site2 = {
      'content/sources/otra.md':
        '---\ntitle: Otra\nsite: https://otra.example/\nfeed: https://otra.example/a\nlanguage: es\n---\n',
    };
    const desk2 = repository(site2);
    expect((await run(['add', ...NOW, `${url}/dos.xml`], desk2, env)).code).toBe(0);
    expect(desk2.list('content/sources')).toEqual(['dos.md', 'otra.md', 'rios.md']);
  });

  test('leaves a feed without items to a person', async () => {
    const empty = FEED.replace(/<item>[\s\S]*<\/item>/, '');
    const { url, env } = await site({ '/feed.xml': empty });
    const desk = repository();
    const said = await run(['add', ...NOW, `${url}/feed.xml`], desk, env);
    expect([said.code, said.stderr]).toEqual([
      1,
      '1 feed found, and it has no items yet; 0 written. To follow it all the same: --feed 1\n',
    ]);
    expect((await run(['add', ...NOW, `${url}/feed.xml`, '--feed', '1'], desk, env)).code).toBe(0);
  });

  test('never takes the comments of an article for its site', async () => {
    const comments = FEED.replace('<title>Ríos', '<title>Debate')
      .replace(/<item><title>Nota sin[\s\S]*<\/item>/, '')
      .replace(/(<link>https:\/\/rios\.example\/)\w+/g, '$1nota/#comment-7');
    const { url, env } = await site({ '/nota.xml': comments });
    const said = await run(['add', ...NOW, `${url}/nota.xml`], repository(), env);
    expect(said.stderr).toContain('1 feed found, and it is of comments; 0 written.');
  });

  test('asks no host that the operator has not opened, wherever a page points to', async () => {
    const inside = await site({ '/feed.xml': other('Dentro') });
    const { url, env } = await site({ '/': page(`${inside.url}/feed.xml`) });
    expect((await run(['add', url], repository(), env)).code).toBe(1);
    expect(inside.asked).toEqual([]);
    expect(await run(['add', 'http://127.0.0.1:9/x'], repository())).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/source\/refused .+\n +Give a public http\(s\) address; CRIBA/),
    });
    expect(await run(['add', 'no-such-host.invalid'], repository())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no such host: no-such-host.invalid'),
    });
  });

  test.for([
    [[], 'usage/address'],
    [['rios'], 'usage/address'],
    [['https://a.example', 'https://b.example'], 'usage/address'],
    [['https://ana:secret@a.example'], 'usage/address'],
    [['https://a.example', '--feed', 'two'], 'usage/feed'],
    [['https://a.example', '--name', 'Ríos'], 'usage/name'],
    [['https://a.example', '--name', 'rios'], 'usage/name'],
    [['https://a.example', '--topics', 'agua,fuego'], 'usage/topic'],
  ] as const)('cannot start with %j: %s', async ([args, code]) => {
    expect(await run(['add', ...args], repository())).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`error ${code} `),
    });
  });
  test('says how an address begins, and how long a name may be', async () => {
    expect((await run(['add', 'mi blog'], repository())).stderr).toContain(
      '"mi blog" is no address that begins with https:// or http://.',
    );
    const name = await run(['add', 'a.example', '--name', 'a'.repeat(81)], repository());
    expect(name.stderr).toContain('at most 80');
  });
});

const LIST = `<opml version="2.0"><body>
<outline text="Water">
  <outline text="Pozos" type="rss" xmlUrl="https://pozos.example/feed?a=1&b=2" htmlUrl="https://pozos.example/" language="en"/>
  <outline text="Ríos otra vez" XMLURL="feed://rios.example/feed"/>
</outline>
<outline text="Economía local"><outline text="Comercio" xmlUrl="https://comercio.example/rss"/></outline>
<outline text="De nuevo" xmlUrl="https://comercio.example/rss/"/>
<outline text="Nada" xmlUrl=""/>
<outline text="Intranet" xmlUrl="http://10.0.0.1/feed"/>
</body></opml>`;

describe('sources import', () => {
  const followsRios = {
    'lista.opml': LIST,
    'content/sources/rios.md':
      '---\ntitle: Ríos\nfeed: https://rios.example/feed\nlanguage: es\n---\n',
  };

  test('writes a source for each new feed and a topic for each new folder, and its counts add up', async () => {
    const desk = repository(followsRios);
    const { code, stdout, stderr } = await run(['import', ...NOW, 'lista.opml'], desk);
    expect(stdout).toBe(`written        content/sources/pozos.md  https://pozos.example/feed?a=1&b=2
already there  content/sources/rios.md  feed://rios.example/feed
written        content/sources/comercio.md  https://comercio.example/rss
listed twice   content/sources/comercio.md  https://comercio.example/rss/
lista.opml:8:1  warning opml/unreadable
    Nada has no address.
    Find its address on its pages: npm run sources -- add <address>
lista.opml:9:1  warning opml/unreadable
    http://10.0.0.1/feed is not a public address, so it is never asked.
    Find its address on its pages: npm run sources -- add <address>
topic written  content/topics/economia-local.md  Economía local
`);
    expect(stderr).toContain(
      'source/language-assumed  The list does not say the language of 1 new source',
    );
    expect(lastLine(stderr)).toBe(
      '6 feeds = 2 written + 1 already there + 1 listed twice + 2 unreadable; 1 topic written',
    );
    expect(code).toBe(1);
    expect(desk.read('content/sources/pozos.md')).toContain(
      'feed: "https://pozos.example/feed?a=1&b=2"\nlanguage: "en"\ntopics: ["agua"]\nstate: "trial"',
    );
    expect(desk.read('content/topics/economia-local.md')).toBe(
      '---\ntitle:\n  es: "Economía local"\nterms:\n  es: ["Economía local"]\n---\n',
    );
    expect(await runInProcess('check', [], { cwd: desk.root })).toMatchObject({
      code: 0,
      stdout: '',
    });
    const before = desk.hash();
    const again = await run(['import', ...NOW, 'lista.opml'], desk);
    expect(lastLine(again.stderr)).toBe('6 feeds = 4 already there + 2 unreadable');
    expect(desk.hash()).toBe(before);
  });

  test('writes nothing under --dry-run, and no topics under --no-topics', async () => {
    const desk = repository(followsRios);
    const before = desk.hash();
    const said = await run(['import', 'lista.opml', '--dry-run', '--json'], desk);
    expect(desk.hash()).toBe(before);
    expect(lastLine(said.stderr)).toBe(
      '6 feeds = 2 to be written + 1 already there + 1 listed twice + 2 unreadable; 1 topic to be written; 0 written (dry run)',
    );
    const plain = await run(['import', 'lista.opml', '--dry-run'], desk);
    expect(plain.stdout).toMatch(/^to be written {2}content\/sources\/pozos\.md/);
    expect(plain.stdout).toMatch(/^topic to be written {2}content\/topics\/economia-local\.md/m);
    expect(records(said.stdout).some(({ written }) => written === true)).toBe(false);
    expect(records(said.stdout).map(({ kind, fate }) => fate ?? kind)).toEqual([
      'written',
      'there',
      'written',
      'twice',
      'unreadable',
      'unreadable',
      'topic',
    ]);
    await run(['import', 'lista.opml', '--no-topics', '--language', 'pt'], desk);
    expect(desk.list('content/topics')).toEqual(['agua.md']);
    expect(desk.read('content/sources/comercio.md')).toContain('language: "pt"\ntopics: []');
  });

  test('tells a retired source from one that is read, and warns of several topics in their number', async () => {
    const desk = repository({
      'lista.opml':
        '<opml><body><outline text="C"><outline xmlUrl="https://rios.example/feed"/><outline xmlUrl="https://c.example/"/></outline><outline text="C++"><outline xmlUrl="https://d.example/"/></outline></body></opml>',
      'content/sources/rios.md':
        '---\ntitle: Ríos\nfeed: https://rios.example/feed\nlanguage: es\nstate: retired\n---\n',
    });
    const said = await run(['import', ...NOW, 'lista.opml', '--language', 'en'], desk);
    expect(said.stdout).toContain('already there, retired  content/sources/rios.md');
    expect(lastLine(said.stderr)).toBe(
      '3 feeds = 2 written + 1 already there, retired; 2 topics written',
    );
    expect(said.stderr).toContain('so nothing is chosen for them.');
    expect(desk.list('content/topics')).toEqual(['agua.md', 'c-2.md', 'c.md']);
    expect(desk.read('content/topics/c-2.md')).toBe(
      '---\ntitle:\n  es: "C++"\nterms:\n  en: ["C++"]\n---\n',
    );
    expect((await runInProcess('check', [], { cwd: desk.root })).code).toBe(0);
  });

  test('says so where there is nothing to read', async () => {
    const desk = repository({ 'x.opml': '<html></html>' });
    expect(await run(['import', 'x.opml'], desk)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /opml\/no-feeds {2}x\.opml has no feed in it\.[\s\S]+\n0 feeds\n$/,
      ),
    });
    expect(await run(['import', 'y.opml'], desk)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('error opml/unreadable-file  y.opml cannot be read.'),
    });
    expect((await run(['import', 'content'], desk)).stderr).toContain(
      'error opml/unreadable-file  content is a folder.',
    );
    expect((await run(['import'], desk)).stderr).toContain('usage/file');
    expect((await run(['import', 'x.opml', '--language', 'Spanish'], desk)).stderr).toContain(
      'usage/language',
    );
  });
});

const source = (title: string, feed: string, more = '') =>
  `---\ntitle: ${JSON.stringify(title)}\nfeed: ${feed}\nlanguage: es\n${more}---\n`;

describe('sources export', () => {
  const files = {
    'content/sources/rios.md': source(
      'Ríos',
      'https://rios.example/feed?a=1&b=2',
      'topics: [agua]\n',
    ),
    'content/sources/malo.md': source(
      '"/></body> <script>&amp;</script> ]]> \u0001\u202e',
      'https://malo.example/feed',
      'topics: [agua, fuego]\n',
    ),
    'content/sources/suelta.md': source('Suelta', 'https://suelta.example/feed'),
    'content/sources/vieja.md': source('Vieja', 'https://vieja.example/feed', 'state: retired\n'),
    'content/sources/local.md': source('Local', 'feeds/rios.xml'),
  };
  const listed = (text: string) =>
    readOpml(Buffer.from(text)).feeds.map(({ feed, folders }) => [folders.flat().join(), feed]);

  test('gives a list that our reader reads back, and says who is not in it', async () => {
    const { code, stdout, stderr } = await run(['export', ...NOW], repository(files));
    expect(code).toBe(0);
    expect(listed(stdout)).toEqual([
      ['Agua', 'https://malo.example/feed'],
      ['Agua', 'https://rios.example/feed?a=1&b=2'],
      ['fuego', 'https://malo.example/feed'],
      ['', 'https://suelta.example/feed'],
    ]);
    expect(stdout).toContain('<dateCreated>Wed, 18 Nov 2026 11:00:00 GMT</dateCreated>');
    expect(stderr).toBe(
      'warning source/no-address  1 source without a web address, which no other reader could ask: local.\n' +
        '5 sources = 3 listed + 1 without address + 1 retired\n',
    );
  });

  test.skipIf(!hasPython())(
    'gives a list that an independent reader reads to the same',
    async () => {
      const { stdout } = await run(['export', ...NOW, '--retired'], repository(files));
      const program =
        'import sys,json,xml.etree.ElementTree as E\nr=E.fromstring(sys.stdin.buffer.read())\n' +
        'assert r.tag=="opml" and r.get("version")=="2.0"\n' +
        'print(json.dumps([[o.get("text"),o.get("xmlUrl")] for o in r.iter("outline") if o.get("xmlUrl")]))';
      const read = JSON.parse(
        execFileSync('python3', ['-c', program], { input: stdout, encoding: 'utf8' }),
      );
      expect(read).toEqual(
        readOpml(Buffer.from(stdout)).feeds.map(({ title, feed }) => [title, feed]),
      );
      expect(read).toHaveLength(5);
      expect(read[0][0]).toBe('"/></body> <script>&amp;</script> ]]>');
    },
  );

  test('is taken in by another desk with the same topics', async () => {
    const desk = repository(files);
    expect((await run(['export', ...NOW, '--out', 'mesa.opml'], desk)).stdout).toBe(
      'written  mesa.opml\n',
    );
    const copy = repository({ 'mesa.opml': desk.read('mesa.opml') });
    const { stderr } = await run(['import', ...NOW, 'mesa.opml'], copy);
    expect(lastLine(stderr)).toBe('4 feeds = 3 written + 1 listed twice; 1 topic written');
    const topics = Object.fromEntries(
      copy
        .list('content/sources')
        .map((file) => [file, /topics: (.*)/.exec(copy.read(`content/sources/${file}`))?.[1]]),
    );
    expect(topics).toEqual({
      'rios.md': undefined,
      'rios-2.md': '["agua"]',
      'body-script-amp-script.md': '["agua", "fuego"]',
      'suelta.md': '[]',
    });
  });

  test('writes over no file but a list', async () => {
    const desk = repository({
      ...files,
      'no.xml': '',
      'list.xml': '<?xml version="1.0"?>\n<!-- ours --><OPML version="1.0"/>',
    });
    mkdirSync(join(desk.root, 'folder.opml'));
    symlinkSync('list.xml', join(desk.root, 'link.opml'));
    symlinkSync('content', join(desk.root, 'desk'));
    const before = desk.hash('.');
    for (const [out, words] of [
      ['content/desk.md', '--out is "content/desk.md".'],
      ['feeds/rios.xml', 'feeds/rios.xml is there already, and is no subscription list.'],
      ['no.xml', 'no.xml is there already'],
      ['content/topics/x.xml', 'content/topics/x.xml would be a file of the desk'],
      ['content/new/x.xml', 'content/new/x.xml would be a file of the desk'],
      ['desk/topics/x.xml', 'desk/topics/x.xml would be a file of the desk'],
      ['link.opml', 'link.opml is a link'],
      ['folder.opml', 'folder.opml is a folder.'],
      ['feeds/rios.xml/x.opml', 'feeds/rios.xml/x.opml cannot be written (ENOTDIR).'],
    ] as const) {
      const said = await run(['export', '--out', out], desk);
      expect(said).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(`error usage/out  ${words}`),
      });
    }
    expect((await run(['export', '--out', 'x.opml', '--dry-run'], desk)).stdout).toBe(
      'to be written  x.opml\n',
    );
    expect(desk.hash('.')).toBe(before);
    expect((await run(['export', ...NOW, '--out', 'list.xml'], desk)).code).toBe(0);
    expect(listed(desk.read('list.xml'))).toHaveLength(4);
    expect(desk.list().filter((path) => path.includes('tmp'))).toEqual([]);
  });
});

describe('sources health', () => {
  const ago = (days: number) =>
    new Date(Date.UTC(2026, 10, 18, 11) - days * 86_400_000).toISOString() as Instant;
  const memory = (
    feed: string,
    days: number[],
    more: Partial<SourceMemory> = {},
  ): SourceMemory => ({
    feed,
    lastAsked: ago(0),
    lastSuccess: ago(0),
    items: days.map((day) => ({ id: `${day}`, address: `${day}`, published: ago(day) })),
    ...more,
  });
  const remember = async (desk: Repository, memories: Record<string, SourceMemory>) => {
    const kept = await openMemory(join(desk.root, '.criba'));
    for (const [name, one] of Object.entries(memories)) await kept.remember(name, one);
    await kept.close();
  };

  test('says that there is no report yet, and is content', async () => {
    const { code, stdout, stderr } = await run(['health', ...NOW], repository());
    expect(code).toBe(0);
    expect(stdout).toBe(
      'source  state  read  newest item  kept\nrios    trial  -     -            -\n',
    );
    expect(stderr).toBe(
      'warning sources/no-report  There is no report yet, so what the sources answered is not known.\n' +
        '        Run npm run harvest, which remembers what the sources answer.\n1 source = 1 without a recent report\n',
    );
  });

  test('puts those that need a person first, with what to do, in 80 columns', async () => {
    const failing = { since: ago(5), times: 6, code: 'timeout' as const };
    const desk = repository({
      'content/sources/rios.md': source('Ríos', 'https://rios.example/feed'),
      'content/sources/una-fuente-de-nombre-muy-largo.md': source(
        'Larga',
        'https://larga.example/feed',
      ),
      'content/sources/callada.md': source('Callada', 'https://callada.example/feed'),
    });
    await remember(desk, {
      rios: memory('https://rios.example/feed', [0, 1, 2, 3, 4]),
      'una-fuente-de-nombre-muy-largo': memory('https://larga.example/feed', [9, 16, 23, 30], {
        failing,
        lastSuccess: ago(6),
      }),
      callada: memory('https://callada.example/feed', [140, 143, 146, 149]),
    });
    const { code, stdout, stderr } = await run(['health', ...NOW], desk);
    expect(
      stdout,
    ).toBe(`source                      state  read        newest item                  kept
callada                     trial  today       140 days ago (every 3 days)  -
    look: It has been quiet for 140 days and used to publish every 3 days. See
    whether it has moved or ended.
una-fuente-de-nombre-muy-largo
                            trial  6 days ago  9 days ago (every 7 days)    -
    look: It has failed 6 times in a row since 13 November 2026 (timeout). See
    what is there: https://larga.example/feed
rios                        trial  today       today (daily)                -
`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect([code, stderr]).toEqual([1, '3 sources = 2 to look at + 1 fine\n']);
    expect(records((await run(['health', ...NOW, '--json'], desk)).stdout)[0]).toEqual({
      kind: 'health',
      source: 'callada',
      file: 'content/sources/callada.md',
      title: 'Callada',
      state: 'trial',
      feed: 'https://callada.example/feed',
      topics: [],
      action: 'look',
      needed: true,
      advice: expect.stringContaining('quiet for 140 days'),
      code: 'health/quieter',
      values: { why: 'days', n: 140, usual: 3 },
      lastAsked: ago(0),
      lastSuccess: ago(0),
      newest: ago(140),
      quietDays: 140,
      usualDays: 3,
      yield: { proposed: 0, kept: 0, dropped: 0, expired: 0, takenDown: 0, waiting: 0 },
    });
  });
});

describe('sources', () => {
  test('ends quietly where its reader hangs up, as head does', async () => {
    const names = Array.from({ length: 3_000 }, (_, n) => `fuente-${n}`);
    const desk = repository(
      Object.fromEntries(
        names.map((name) => [
          `content/sources/${name}.md`,
          source(name, `https://${name}.example/feed`),
        ]),
      ),
    );
    const criba = join(import.meta.dirname, '../../bin/criba');
    const line = `"${process.execPath}" "${criba}" sources health --json | head -1`;
    const said = spawnSync('sh', ['-c', line], {
      cwd: desk.root,
      encoding: 'utf8',
      env: { ...process.env, CRIBA_LANG: 'en' },
    });
    expect(records(said.stdout)).toHaveLength(1);
    expect(said.stderr).not.toContain('EPIPE');
    expect(lastLine(said.stderr)).toContain('3,001 sources = ');
  });

  test.for(['add', 'import', 'export', 'health'])('%s explains itself', async (part) => {
    const { code, stdout } = await run([part, '--help'], repository());
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(
        `^ {2}npm run sources -- ${part} .*\\[flags\\]$|^ {2}npm run sources -- ${part} \\[flags\\]$`,
        'm',
      ),
    );
    for (const flag of ['desk', 'now', 'dry-run', 'json', 'quiet', 'help'])
      expect(stdout).toContain(`--${flag}`);
    expect(stdout).toMatch(/\n\nExamples\n {2}npm run /);
  });
  test('explains itself as a whole', async () => {
    const { code, stdout } = await run(['--help'], repository());
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('npm run sources -- <add|import|export|health> [flags]'),
    ]);
    for (const part of ['add <url>', 'import <file.opml>', 'export', 'health']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${part} {2,}\\w`, 'm'));
    }
  });
  test.for([
    [[], 'usage/part', 'Say what to do: add, import, export and health.'],
    [['constructor'], 'usage/part', 'There is no "constructor": add, import, export and health.'],
    [['--frob'], 'usage/flag', 'npm run sources -- --help'],
    [['export', '--frob'], 'usage/flag', 'npm run sources -- export --help'],
    [['export', 'x.opml'], 'usage/flag', ''],
  ] as const)('cannot start with %j: %s', async ([args, code, text]) => {
    const said = await run([...args], repository());
    expect(said).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`error ${code} `),
    });
    expect(said.stderr).toContain(text);
  });
  test('takes flags before the word, too', async () => {
    const desk = repository();
    expect(await run(['--desk', 'content', 'export', ...NOW], desk)).toMatchObject({ code: 0 });
    expect((await run(['--desk', 'nowhere', 'health'], desk)).stderr).toContain('desk/not-found');
  });
  test('stops when npm has swallowed a flag of one part', async () => {
    const env = { npm_lifecycle_event: 'sources', npm_config_out: 'x.opml' };
    expect(await run(['export', 'x.opml'], repository(), env)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run sources -- export --out'),
    });
  });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import xml.etree.ElementTree']);
    return true;
  } catch {
    return false;
  }
}
