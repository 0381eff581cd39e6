import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { faultOf } from '../model/run/sourceError.ts';
import { openFetch } from './openFetch.ts';
import { openPages } from './openPages.ts';

const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Robots = { status: number; text?: string; location?: string } | 'cut';

/** A site with this robots.txt; `/away` leads to another site. Gives its `host:port` and what it was asked for. */
async function site(robots: Robots, away = '') {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { status, text, location } =
      request.url === '/robots.txt' && robots !== 'cut'
        ? robots
        : { status: 200, text: '<title>Lluvia</title>', location: undefined };
    if (request.url === '/robots.txt' && robots === 'cut') response.destroy();
    else if (request.url === '/away') response.writeHead(302, { location: away }).end();
    else response.writeHead(status, location === undefined ? {} : { location }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(() => server.close().closeAllConnections());
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function pages(...allowHosts: string[]) {
  const network = openFetch({ userAgent: 'Criba/0.1 (+test)', allowHosts });
  ends.push(network.close);
  return openPages(network.fetch);
}

const NO = 'User-agent: *\nDisallow: /';
test.for<[string, Robots, string | number]>([
  ['nothing for us', { status: 200, text: '' }, 200],
  ['a no for all', { status: 200, text: NO }, 'robots'],
  ['a no for us', { status: 200, text: 'User-agent: criba\nDisallow: /' }, 'robots'],
  ['a no for others', { status: 200, text: 'User-agent: other\nDisallow: /' }, 200],
  [
    'a yes for us and a no for others',
    { status: 200, text: `${NO}\n\nUser-agent: Criba\nAllow: /` },
    200,
  ],
  ['a no for another folder', { status: 200, text: 'User-agent: *\nDisallow: /private/' }, 200],
  ['the longest rule', { status: 200, text: 'User-agent: *\nDisallow: /\nAllow: /pag' }, 200],
  ['a page of errors', { status: 200, text: '<!doctype html><title>Not here</title>' }, 200],
  ['404', { status: 404 }, 200],
  ['403', { status: 403 }, 200],
  ['410', { status: 410 }, 200],
  ['429', { status: 429 }, 'busy'],
  ['500', { status: 500 }, 'status'],
  ['503', { status: 503 }, 'busy'],
  ['no answer', 'cut', 'reset'],
  ['redirects without end', { status: 302, location: '/robots.txt' }, 200],
  ['a no after the first 500 KiB', { status: 200, text: `${'# rain\n'.repeat(80_000)}${NO}` }, 200],
  ['a no before that', { status: 200, text: `${NO}\n${'# rain\n'.repeat(80_000)}` }, 'robots'],
])('robots.txt is %s: %o', async ([, robots, expected]) => {
  const { host, asked } = await site(robots);
  const answer = await pages(host)(`http://${host}/page`).then(({ status }) => status, faultOf);
  expect(answer).toBe(expected);
  expect(asked.includes('/page')).toBe(expected === 200);
});

test('an origin is asked once, however many of its pages are read', async () => {
  const { host, asked } = await site({ status: 200, text: 'User-agent: *\nDisallow: /b' });
  const read = pages(host);
  await read(`http://${host}/a`);
  expect(await read(`http://${host}/b`).catch(faultOf)).toBe('robots');
  await Promise.all(['c', 'd'].map((page) => read(`http://${host}/${page}`)));
  expect(asked.toSorted()).toEqual(['/a', '/c', '/d', '/robots.txt']);
});

test('where a page leads to another site, that site is asked, too', async () => {
  const there = await site({ status: 200, text: NO });
  const here = await site({ status: 404 }, `http://${there.host}/page`);
  const read = pages(here.host, there.host);
  expect(await read(`http://${here.host}/away`).catch(faultOf)).toBe('robots');
  expect(there.asked).toEqual(['/robots.txt']);
});

test('what may not be asked at all is not asked for its robots.txt either', async () => {
  const { host, asked } = await site({ status: 404 });
  expect(await pages()(`http://${host}/page`).catch(faultOf)).toBe('refused');
  expect(asked).toEqual([]);
});
