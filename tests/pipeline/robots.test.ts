import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

const ends: (() => unknown)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Runs `add` on a page of a site with this robots.txt. */
async function add(robots: string, more: string[] = []) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(request.url === '/robots.txt' ? robots : '<title>Jardines de lluvia</title>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const desk = new Repository();
  ends.push(
    () => server.close(),
    () => desk.remove(),
  );
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said = await runInProcess('add', [`http://${host}/lluvia`, ...more], {
    cwd: desk.root,
    env: { CRIBA_ALLOW_HOSTS: host },
  });
  return { ...said, asked, picks: desk.list('content/picks').length };
}

const NO = 'User-agent: *\nDisallow: /\n';

test('a page is not read where its site asks programs to stay away', async () => {
  const { code, stderr, asked, picks } = await add(NO);
  expect([code, asked, picks]).toEqual([2, ['/robots.txt'], 0]);
  expect(stderr).toContain('source/robots');
});

test('a person who says its title can still add it', async () => {
  const { code, asked, picks } = await add(NO, ['--title', 'Jardines']);
  expect([code, asked, picks]).toEqual([0, ['/robots.txt'], 1]);
});

test('it is read where the site says nothing of us', async () => {
  const { code, asked, picks } = await add('User-agent: other\nDisallow: /\n');
  expect([code, asked, picks]).toEqual([0, ['/robots.txt', '/lluvia'], 1]);
});
