import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Validators } from '../model/run/document.ts';
import { CribaError } from '../model/run/error.ts';
import { faultOf, type SourceError, sourceError } from '../model/run/sourceError.ts';
import { type FetchLimits, openFetch } from './openFetch.ts';

const feed = Buffer.from(`<rss version="2.0"><channel>${'<item/>'.repeat(500)}</channel></rss>`);
/** Milliseconds: for who answers, however busy the machine, and for who does not. */
const PATIENT: FetchLimits = { connect: 60_000, headers: 60_000, idle: 60_000, total: 60_000 };
const HASTY: FetchLimits = { connect: 500, headers: 400, idle: 400, total: 1500 };
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
function raw(answer: (socket: Socket, path: string) => void): Promise<string> {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (request) => answer(socket, String(request).split(' ')[1] ?? ''));
    }),
  );
}

function client(...allowHosts: string[]) {
  return clientWith(PATIENT, allowHosts);
}

function clientWith(limits: FetchLimits, allowHosts: string[]) {
  const network = openFetch({
    userAgent: 'Criba/test (+https://desk.example)',
    allowHosts,
    ...limits,
  });
  networks.push(network);
  return network.fetch;
}

async function faultAt(
  host: string,
  path = '/',
  options = {},
  limits = PATIENT,
): Promise<string | undefined> {
  const fetch = clientWith(limits, [host]);
  const error: unknown = await fetch(`http://${host}${path}`, options).then(
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
    const { status, url, contentType, bytes, raw } = await client(host)(`http://${host}/feed`);
    expect({ status, url, contentType }).toEqual({
      status: 200,
      url: `http://${host}/feed`,
      contentType: 'application/rss+xml',
    });
    expect(Buffer.from(bytes).equals(feed)).toBe(true);
    expect(Buffer.from(raw).equals(body)).toBe(true);
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

  test('redirects are followed, and told with the last address', async () => {
    const host = await web((request, response) => {
      if (request.url === '/new/feed') response.writeHead(200).end(feed);
      else
        response
          .writeHead(request.url === '/old' ? 301 : 307, {
            location: request.url === '/old' ? '/newer' : 'new/feed',
          })
          .end('moved');
    });
    const reply = await client(host)(`http://${host}/old`);
    expect(reply).toMatchObject({
      url: `http://${host}/new/feed`,
      requests: 3,
      hops: [
        { status: 301, from: `http://${host}/old`, to: `http://${host}/newer` },
        { status: 307, from: `http://${host}/newer`, to: `http://${host}/new/feed` },
      ],
    });
  });

  test.for([
    ['in UTF-8', Buffer.from('/año/feed'), '/a%C3%B1o/feed'],
    ['in Latin-1', Buffer.from('/año/feed', 'latin1'), '/a%C3%B1o/feed'],
    ['as it should be', Buffer.from('/a%C3%B1o/feed'), '/a%C3%B1o/feed'],
  ] as const)('a redirect written %s leads to the same place', async ([, location, path]) => {
    const asked: string[] = [];
    const host = await raw((socket, place) => {
      asked.push(place);
      const head = Buffer.from('HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: ');
      if (place === '/') socket.end(Buffer.concat([head, location, Buffer.from('\r\n\r\n')]));
      else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>');
    });
    await client(host)(`http://${host}/`);
    expect(asked).toEqual(['/', path]);
  });

  test('the headers that say how long it holds are kept as they came, no others', async () => {
    const host = await web((_, response) => {
      response.writeHead(200, {
        ETag: 'W/"a,b\xe9"',
        'Last-Modified': 'whenever, I think',
        'Cache-Control': ['max-age=60', 'private'],
        'Set-Cookie': 'a=b',
        'X-Powered-By': 'steam',
        Date: 'Sat, 21 Nov 2026 00:00:00 GMT',
      });
      response.end(feed);
    });
    expect((await client(host)(`http://${host}/`)).headers).toEqual({
      etag: 'W/"a,b\xe9"',
      'last-modified': 'whenever, I think',
      'cache-control': 'max-age=60, private',
      date: 'Sat, 21 Nov 2026 00:00:00 GMT',
    });
  });

  test('what is asked for is called before each request', async () => {
    const host = await web((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/b' }).end();
      else response.writeHead(200).end(feed);
    });
    const places: string[] = [];
    const before = ({ pathname }: URL) => void places.push(pathname);
    await client(host)(`http://${host}/`, { before });
    expect(places).toEqual(['/', '/b']);
    await expect(
      client(host)(`http://${host}/`, {
        before: () => Promise.reject(sourceError('robots', { url: `http://${host}/` })),
      }),
    ).rejects.toMatchObject({ fault: 'robots' });
  });
});

describe('a conditional request', () => {
  const asked: IncomingMessage['headers'][] = [];
  const conditional = () =>
    web((request, response) => {
      asked.push(request.headers);
      response.writeHead(304, { etag: '"next"', 'cache-control': 'max-age=60' }).end();
    });

  test.for<[Validators, Record<string, string>]>([
    [{ etag: '"a"' }, { 'if-none-match': '"a"' }],
    [
      { etag: 'W/"\xe9, not quoted', lastModified: 'yesterday' },
      { 'if-none-match': 'W/"\xe9, not quoted', 'if-modified-since': 'yesterday' },
    ],
    [
      { lastModified: 'Sat, 21 Nov 2026 00:00:00 GMT' },
      { 'if-modified-since': 'Sat, 21 Nov 2026 00:00:00 GMT' },
    ],
    [{ etag: '"a\r\nx: y"', lastModified: 'now' }, { 'if-modified-since': 'now' }],
  ])('%o goes back byte for byte, and 304 is an answer', async ([validators, sent]) => {
    const host = await conditional();
    const reply = await client(host)(`http://${host}/`, { validators });
    expect(reply).toMatchObject({
      status: 304,
      url: `http://${host}/`,
      headers: { etag: '"next"', 'cache-control': 'max-age=60' },
      bytes: { length: 0 },
      raw: { length: 0 },
      requests: 1,
    });
    const { 'if-none-match': etag, 'if-modified-since': since } = asked.at(-1) ?? {};
    expect({
      ...(etag && { 'if-none-match': etag }),
      ...(since && { 'if-modified-since': since }),
    }).toEqual(sent);
  });

  test.for<[Validators | undefined]>([[undefined], [{}], [{ etag: '' }], [{ etag: '\n' }]])(
    'without a validator (%o) 304 is no answer',
    async ([validators]) => {
      expect(await faultAt(await conditional(), '/', { validators })).toBe('protocol');
    },
  );

  test('an answer that has changed is read as ever', async () => {
    const host = await web((_, response) => response.writeHead(200).end(feed));
    const reply = await client(host)(`http://${host}/`, { validators: { etag: '"old"' } });
    expect([reply.status, reply.bytes.length]).toEqual([200, feed.length]);
  });
});

describe('a refusal', () => {
  test.for([
    [401, 'forbidden'],
    [402, 'forbidden'],
    [403, 'forbidden'],
    [404, 'missing'],
    [407, 'forbidden'],
    [410, 'gone'],
    [418, 'status'],
    [429, 'busy'],
    [500, 'status'],
    [503, 'busy'],
    [204, 'status'],
    [206, 'status'],
    [999, 'status'],
  ] as const)('status %i is %s, and says what the server said', async ([status, fault]) => {
    const host = await web((request, response) => {
      if (request.url === '/') response.writeHead(308, { location: '/x' }).end();
      else response.writeHead(status, { 'retry-after': '120', 'x-other': 'no' }).end();
    });
    const error: unknown = await client(host)(`http://${host}/`).catch((reason) => reason);
    expect(error).toMatchObject({
      fault,
      refusal: {
        status,
        headers: { 'retry-after': '120' },
        hops: [{ status: 308, from: `http://${host}/`, to: `http://${host}/x` }],
      },
    });
    expect(Object.keys((error as SourceError).refusal?.headers ?? {})).not.toContain('x-other');
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
    ['status 404', 'missing', () => web((_, response) => response.writeHead(404).end('no'))],
    [
      'status 304 that nobody asked for',
      'protocol',
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
    [
      'a bad chunk',
      'protocol',
      () =>
        raw((socket) =>
          socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc'),
        ),
    ],
    [
      'two lengths',
      'protocol',
      () =>
        raw((socket) =>
          socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nabcdefg'),
        ),
    ],
    [
      'another protocol',
      'protocol',
      () =>
        raw((socket) =>
          socket.end(
            'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
          ),
        ),
    ],
    [
      'a body that is reset',
      'truncated',
      () =>
        raw((socket) => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc');
          setTimeout(() => socket.resetAndDestroy(), 50);
        }),
    ],
    [
      'a length beyond all measure',
      'tooLarge',
      () =>
        raw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabc')),
    ],
    ['a reset', 'reset', () => raw((socket) => socket.resetAndDestroy())],
    ['a hang-up', 'reset', () => raw((socket) => socket.destroy())],
    ['no HTTP at all', 'protocol', () => raw((socket) => socket.end('220 mail.example ESMTP\r\n'))],
  ])('%s: %s', async ([, fault, open]) => {
    const limits = fault === 'timeout' ? HASTY : PATIENT;
    expect(await faultAt(await open(), '/', {}, limits)).toBe(fault);
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
      await expect(fetch(`http://${host}/`)).rejects.toMatchObject({ values: { why: 'damaged' } });
      expect((await fetch(`http://${host}/`)).bytes.length).toBe(feed.length);
    }
  });

  test('the caller can leave it less time, not more', async () => {
    const host = await raw(() => {});
    const ask = (total: number) => clientWith(HASTY, [host])(`http://${host}/`, { total });
    await expect(ask(100)).rejects.toMatchObject({ values: { why: 'unfinished', ms: 100 } });
    await expect(ask(60_000)).rejects.toMatchObject({ values: { why: 'noAnswer' } });
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
  test('the operator can open one, by host and port', async () => {
    const host = await web((_, response) => response.writeHead(200).end(feed));
    const [, port] = host.split(':');
    await expect(client('127.0.0.1:1')(`http://${host}/`)).rejects.toMatchObject({
      values: { why: 'private' },
    });
    await expect(client(`localhost:${port}`)(`http://${host}/`)).rejects.toMatchObject({
      values: { why: 'private' },
    });
    expect((await client('127.0.0.1')(`http://${host}/`)).status).toBe(200);
    expect((await client(`localhost:${port}`)(`http://localhost:${port}/`)).status).toBe(200);
  });
});

async function zipped(encoding: string, body: Buffer): Promise<string> {
  return web((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
}
