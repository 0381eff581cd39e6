import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { SourceCode } from '../../src/model/run/outcome.ts';
import type { Certificate } from './certificates.ts';

/** A server that does something wrong, and how a run is to call it. */
export interface Hostile {
  name: string;
  /** the code of its source; more than one where the speed of the machine decides */
  code: SourceCode | readonly SourceCode[];
  /** items of it that may be published; 0 unless said otherwise */
  published?: 0 | 1;
  /** called with what was asked, once for each connection; writes bytes as it likes */
  answer?(socket: Socket, request: string): void;
  /** speaks TLS, with this */
  tls?: Certificate;
  /** asked over https, whatever it speaks */
  https?: boolean;
  /** nobody is there */
  absent?: boolean;
}

export interface HostileServer {
  url: string;
  /** `127.0.0.1:<port>`, for `CRIBA_ALLOW_HOSTS` */
  host: string;
  close(): Promise<void>;
}

/** Opens it on loopback. */
export async function openHostile({ answer, tls, https, absent }: Hostile): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.once('data', (request) => answer?.(socket, request.toString('latin1')));
  };
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  server.on('tlsClientError', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      for (const socket of sockets) socket.destroy();
    });
  if (absent) await close();
  return {
    url: `${https || tls !== undefined ? 'https' : 'http'}://${host}/feed`,
    host,
    close: absent ? async () => {} : close,
  };
}

/** What a server writes that keeps to HTTP. */
export function http(
  status: number,
  headers: Record<string, string | number>,
  body: string | Uint8Array = '',
): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body as Uint8Array)]);
}

/** Writes again and again until the other side has had enough. @param every milliseconds; 0 as fast as it takes them */
export function endless(socket: Socket, piece: string | Uint8Array, every = 0): void {
  const more = () => {
    if (socket.destroyed) return;
    if (every > 0) {
      socket.write(piece);
      setTimeout(more, every);
    } else if (socket.write(piece)) setImmediate(more);
    else socket.once('drain', more);
  };
  more();
}
