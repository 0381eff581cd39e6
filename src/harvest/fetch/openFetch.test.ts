import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { CribaError } from '../../model/error.ts';
import { faultOf } from '../sourceError.ts';
import { type FetchLimits, openFetch } from './openFetch.ts';

const feed = Buffer.from(`<rss version="2.0"><channel>${'<item/>'.repeat(500)}</channel></rss>`);
const LIMITS: FetchLimits = { connect: 500, headers: 400, idle: 400, total: 1500 };
const servers: Server[] = [];
const networks: ReturnType<typeof openFetch>[] = [];

afterEach(async () => {
  await Promise.all(networks.splice(0).map((network) => network.close()));
});
afterAll(async () => {
  for (const server of servers) {
    if ('closeAllConnections' in server)
      (server as { closeAllConnections(): void }).closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function listen(server: Server, host = '127.0.0.1'): Promise<string> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, host, done));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server of HTTP; gives its `host:port`. */
function web(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  return listen(createServer(answer));
}

/** A server that writes what it likes, once it was asked something. */
function raw(answer: (socket: Socket) => void): Promise<string> {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => answer(socket));
    }),
  );
}

function client(...allowHosts: string[]) {
  const network = openFetch({
    userAgent: 'Criba/test (+https://desk.example)',
    allowHosts,
    ...LIMITS,
  });
  networks.push(network);
  return network.fetch;
}

async function faultAt(host: string, path = '/', options = {}): Promise<string | undefined> {
  const error: unknown = await client(host)(`http://${host}${path}`, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error !== undefined && !(error instanceof CribaError)) throw error;
  return faultOf(error);
}

describe('an answer', () => {
  test.for([
    ['as it is', undefined, feed],
    ['gzip', 'gzip', gzipSync(feed)],
    ['brotli', 'br', brotliCompressSync(feed)],
    ['deflate', 'deflate', deflateSync(feed)],
    ['deflate without its header', 'deflate', deflateRawSync(feed)],
    ['gzip in gzip', 'gzip, gzip', gzipSync(gzipSync(feed))],
    ['an encoding that says that there is none', 'identity', feed],
  ] as const)('%s', async ([, encoding, body]) => {
    const host = await web((_, response) => {
      response
        .writeHead(200, {
          'content-type': 'application/rss+xml',
          ...(encoding && { 'content-encoding': encoding }),
        })
        .end(body);
    });
    const { status, url, contentType, bytes } = await client(host)(`http://${host}/feed`);
    expect({ status, url, contentType }).toEqual({
      status: 200,
      url: `http://${host}/feed`,
      contentType: 'application/rss+xml',
    });
    expect(Buffer.from(bytes).equals(feed)).toBe(true);
  });

  test('the request says who asks and for what, and no more', async () => {
    let headers: IncomingMessage['headers'] = {};
    const host = await web((request, response) => {
      headers = request.headers;
      response.writeHead(200, { 'set-cookie': 'a=b' }).end(feed);
    });
    const fetch = client(host);
    await fetch(`http://${host}/a`);
    await fetch(`http://${host}/b`);
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(headers['user-agent']).toBe('Criba/test (+https://desk.example)');
    expect(headers.accept).toContain('application/atom+xml');
  });

  test('redirects are followed, and the last address is told', async () => {
    const host = await web((request, response) => {
      if (request.url === '/new/feed') response.writeHead(200).end(feed);
      else
        response
          .writeHead(301, { location: request.url === '/old' ? '/newer' : 'new/feed' })
          .end('moved');
    });
    expect((await client(host)(`http://${host}/old`)).url).toBe(`http://${host}/new/feed`);
  });
});

describe('a fault', () => {
  test.for<[string, string, () => Promise<string>]>([
    ['silence', 'timeout', () => raw(() => {})],
    [
      'headers that never end',
      'timeout',
      () => raw((socket) => socket.write('HTTP/1.1 200 OK\r\nX-A: 1\r\n')),
    ],
    [
      'a body that stops',
      'timeout',
      () => raw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss')),
    ],
    [
      'a byte at a time',
      'timeout',
      () =>
        raw((socket) => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
          const timer = setInterval(() => socket.write('x'), 100);
          socket.on('close', () => clearInterval(timer));
        }),
    ],
    [
      'a gigabyte of headers',
      'tooLarge',
      () =>
        raw((socket) =>
          socket.write(`HTTP/1.1 200 OK\r\n${`X-A: ${'a'.repeat(1000)}\r\n`.repeat(200)}`),
        ),
    ],
    [
      'a body shorter than announced',
      'truncated',
      () => raw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>')),
    ],
    [
      'a chunk cut short',
      'truncated',
      () =>
        raw((socket) =>
          socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\nabc'),
        ),
    ],
    ['half a gzip', 'truncated', () => zipped('gzip', gzipSync(feed).subarray(0, -20))],
    [
      'a gzip without its checksum',
      'truncated',
      () => zipped('gzip', gzipSync(feed).subarray(0, -8)),
    ],
    [
      'a gzip with a wrong checksum',
      'truncated',
      () => zipped('gzip', Buffer.concat([gzipSync(feed).subarray(0, -8), Buffer.alloc(8)])),
    ],
    ['half a brotli', 'truncated', () => zipped('br', brotliCompressSync(feed).subarray(0, -5))],
    ['text that says it is gzip', 'truncated', () => zipped('gzip', feed)],
    ['an encoding that nobody knows', 'truncated', () => zipped('foo', feed)],
    ['encoded five times over', 'truncated', () => zipped('gzip, gzip, gzip, gzip, gzip', feed)],
    [
      'a gigabyte in a kilobyte',
      'tooLarge',
      () => zipped('br', brotliCompressSync(Buffer.alloc(64 * 1024 * 1024))),
    ],
    [
      'a bomb in a bomb',
      'tooLarge',
      () => zipped('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(64 * 1024 * 1024)))),
    ],
    ['status 404', 'status', () => web((_, response) => response.writeHead(404).end('no'))],
    [
      'status 304 that nobody asked for',
      'status',
      () => web((_, response) => response.writeHead(304).end()),
    ],
    ['status 206', 'status', () => web((_, response) => response.writeHead(206).end('part'))],
    ['a redirect to nowhere', 'status', () => web((_, response) => response.writeHead(302).end())],
    [
      'a redirect to itself',
      'tooManyRedirects',
      () => web((_, response) => response.writeHead(302, { location: '/' }).end()),
    ],
    [
      'a redirect to a file',
      'refused',
      () => web((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()),
    ],
    ['a hang-up', 'unreachable', () => raw((socket) => socket.destroy())],
    [
      'no HTTP at all',
      'unreachable',
      () => raw((socket) => socket.end('220 mail.example ESMTP\r\n')),
    ],
  ])('%s: %s', { timeout: 10_000 }, async ([, fault, open]) => {
    const start = performance.now();
    expect(await faultAt(await open())).toBe(fault);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test('nobody listens: unreachable', async () => {
    const host = await web(() => {});
    const server = servers.pop();
    await new Promise((done) => server?.close(done));
    expect(await faultAt(host)).toBe('unreachable');
  });

  test('more than was asked for: tooLarge', async () => {
    const host = await web((_, response) => response.writeHead(200).end(feed));
    expect(await faultAt(host, '/', { maxBytes: 100 })).toBe('tooLarge');
  });

  test('the next request to the same host goes well', async () => {
    let requests = 0;
    const host = await web((_, response) => {
      requests += 1;
      if (requests % 2 === 1)
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(feed).subarray(0, -20));
      else response.writeHead(200).end(feed);
    });
    const fetch = client(host);
    for (let round = 0; round < 5; round++) {
      await expect(fetch(`http://${host}/`)).rejects.toThrow('decompress');
      expect((await fetch(`http://${host}/`)).bytes.length).toBe(feed.length);
    }
  });

  test('a run that is stopped stops', async () => {
    const host = await raw(() => {});
    const stop = new AbortController();
    const asked = client(host)(`http://${host}/`, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(asked).rejects.toThrow('enough');
  });
});

describe('addresses that are not public', () => {
  const spellings = (port: string) => [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://0177.0.0.1:${port}/`,
    `http://127.1:${port}/`,
    `http://0:${port}/`,
    `http://0.0.0.0:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://[::ffff:7f00:1]:${port}/`,
    `http://127.0.0.1.:${port}/`,
    `http://①②⑦.⓪.⓪.①:${port}/`,
    `http://127。0。0。1:${port}/`,
    `http://[::127.0.0.1]:${port}/`,
    `http://[64:ff9b::7f00:1]:${port}/`,
    `http://user@127.0.0.1:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'file:///etc/passwd',
    'data:text/xml,<rss/>',
    'ftp://water.example/',
    'javascript:alert(1)',
    'not an address',
    '',
  ];

  test('none is connected to, asked for directly or by a redirect from a host that is open', {
    timeout: 60_000,
  }, async () => {
    let knocks = 0;
    const canary = createTcpServer((socket) => {
      knocks += 1;
      socket.destroy();
    });
    const port = (await listen(canary)).split(':')[1] ?? '';
    let hops = 0;
    const open = await web((request, response) => {
      hops += 1;
      response.writeHead(302, { location: decodeURIComponent((request.url ?? '').slice(1)) }).end();
    });
    const fetch = client(open);
    const reached: string[] = [];
    for (const url of spellings(port)) {
      const direct = await fetch(url).catch(faultOf);
      if (direct !== 'refused') reached.push(`${url}: ${String(direct)}`);
      // A header cannot say these as they are.
      if (!/^https?:[\x21-\x7e]*$/.test(url)) continue;
      const before = hops;
      const redirected = await fetch(`http://${open}/${encodeURIComponent(url)}`).catch(faultOf);
      if (redirected !== 'refused' || hops !== before + 1)
        reached.push(`redirect to ${url}: ${String(redirected)}`);
    }
    expect(reached).toEqual([]);
    expect(knocks).toBe(0);
  });

  test('the operator can open one, by host and port', async () => {
    const host = await web((_, response) => response.writeHead(200).end(feed));
    const [, port] = host.split(':');
    await expect(client('127.0.0.1:1')(`http://${host}/`)).rejects.toThrow('not a public address');
    await expect(client(`localhost:${port}`)(`http://${host}/`)).rejects.toThrow(
      'not a public address',
    );
    expect((await client('127.0.0.1')(`http://${host}/`)).status).toBe(200);
    expect((await client(`localhost:${port}`)(`http://localhost:${port}/`)).status).toBe(200);
  });
});

async function zipped(encoding: string, body: Buffer): Promise<string> {
  return web((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
}
