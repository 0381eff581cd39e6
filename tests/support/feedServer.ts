import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface FeedServer {
  /** `http://127.0.0.1:<port>`; a file of the folder is at `<url>/<name>` */
  url: string;
  /** the same of every host that was asked for, `url` the first */
  urls: string[];
  /** `127.0.0.1:<port>`, for `CRIBA_ALLOW_HOSTS` */
  host: string;
  /** milliseconds that the answer to a path waits; may be set while it runs */
  delay: ((path: string) => number) | undefined;
  close(): Promise<void>;
}

/** A file as it is served: worked out once, so that a benchmark measures who asks and not who answers. */
interface Page {
  headers: Record<string, string>;
  etag: string;
  modified: Date;
  type: string;
  plain: Buffer;
  zipped: Buffer;
}

/**
 * Serves a folder of feeds on loopback as a good publisher would: media types, ETag and Last-Modified with 304,
 * gzip where it is accepted.
 * @param hosts ports that serve it, each of them a host of its own
 */
export async function startFeedServer(folder: string, { hosts = 1 } = {}): Promise<FeedServer> {
  const pages = new Map<string, Promise<Page>>();
  const feeds: FeedServer = { url: '', urls: [], host: '', delay: undefined, close: end };
  const servers = Array.from({ length: hosts }, () =>
    createServer((request, response) => {
      const respond = () =>
        answer(folder, pages, request, response).catch(() => {
          response.writeHead(404).end('Not found');
        });
      const wait = feeds.delay?.(request.url ?? '') ?? 0;
      if (wait > 0) setTimeout(respond, wait);
      else void respond();
    }),
  );
  for (const server of servers) {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    feeds.urls.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  feeds.url = feeds.urls[0] ?? '';
  feeds.host = new URL(feeds.url).host;
  return feeds;

  async function end() {
    const closed = servers.map((server) => new Promise((done) => server.close(done)));
    for (const server of servers) server.closeAllConnections();
    await Promise.all(closed);
  }
}

async function answer(
  folder: string,
  pages: Map<string, Promise<Page>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
  const file = join(folder, path);
  const { mtimeMs, size } = await stat(file);
  const version = `${file} ${mtimeMs} ${size}`;
  if (!pages.has(version)) pages.set(version, readPage(file));
  const { headers, etag, modified, type, plain, zipped } = await (pages.get(version) ??
    readPage(file));
  if (isUnchanged(request, etag, modified)) {
    response.writeHead(304, headers).end();
    return;
  }
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = zip ? zipped : plain;
  response.writeHead(200, {
    ...headers,
    'content-type': type,
    'content-length': body.length,
    ...(zip && { 'content-encoding': 'gzip' }),
  });
  response.end(body);
}

async function readPage(file: string): Promise<Page> {
  const [plain, { mtime }] = await Promise.all([readFile(file), stat(file)]);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const modified = new Date(Math.floor(mtime.getTime() / 1000) * 1000);
  return {
    headers: { etag, 'last-modified': modified.toUTCString(), vary: 'accept-encoding' },
    etag,
    modified,
    plain,
    zipped: gzipSync(plain),
    type: mediaType(file, plain),
  };
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
