import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface FeedServer {
  /** `http://127.0.0.1:<port>`; a file of the folder is at `<url>/<name>` */
  url: string;
  /** `127.0.0.1:<port>`, for `CRIBA_ALLOW_HOSTS` */
  host: string;
  close(): Promise<void>;
}

/**
 * Serves a folder of feeds on loopback as a good publisher would: media types, ETag and Last-Modified with 304,
 * gzip where it is accepted.
 */
export async function startFeedServer(folder: string): Promise<FeedServer> {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => {
      response.writeHead(404).end('Not found');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
  const file = join(folder, path);
  const [bytes, { mtime }] = await Promise.all([readFile(file), stat(file)]);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const modified = new Date(Math.floor(mtime.getTime() / 1000) * 1000);
  const headers = { etag, 'last-modified': modified.toUTCString(), vary: 'accept-encoding' };
  if (isUnchanged(request, etag, modified)) {
    response.writeHead(304, headers).end();
    return;
  }
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = zipped ? gzipSync(bytes) : bytes;
  response.writeHead(200, {
    ...headers,
    'content-type': mediaType(path, bytes),
    'content-length': body.length,
    ...(zipped && { 'content-encoding': 'gzip' }),
  });
  response.end(body);
}

function isUnchanged({ headers }: IncomingMessage, etag: string, modified: Date): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined)
    return known.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);
  const since = headers['if-modified-since'];
  return since !== undefined && modified.getTime() <= Date.parse(since);
}

function mediaType(path: string, bytes: Buffer): string {
  const start = bytes.subarray(0, 1000).toString('latin1');
  if (path.endsWith('.json') || /^\s*\{/.test(start)) return 'application/feed+json';
  if (/<(?:\w+:)?feed[\s>]/.test(start)) return 'application/atom+xml';
  if (/<(?:\w+:)?RDF[\s>]/.test(start)) return 'application/rdf+xml';
  return /<rss[\s>]/.test(start) ? 'application/rss+xml' : 'application/xml';
}
