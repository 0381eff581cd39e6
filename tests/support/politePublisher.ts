import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a feed behaves over the days; `hour` counts from the start of the story. */
export interface Behaviour {
  name: string;
  /** the version of the feed at an hour; validators follow it */
  version?(hour: number): number;
  headers?(hour: number): Record<string, string>;
  /** elements of the channel */
  channel?: string;
  /** instead of the feed, at some hours */
  instead?(hour: number): { status: number; headers?: Record<string, string> } | undefined;
  /** hours after an answer before which nobody may ask again */
  rest?: number;
  /** hours of the day, GMT, in which nobody may ask */
  quiet?: readonly number[];
  validators?: readonly ('etag' | 'last-modified')[];
}

/** What a publisher has to say about the reader, once the story is over. */
export interface Complaints {
  requests: number;
  /** of those after the first good answer to a feed that gives validators */
  later: number;
  conditional: number;
  /** each with its feed and hour */
  early: string[];
  /** validators that were not those given */
  altered: string[];
  /** requests that met another one under way at the same host */
  crowded: number;
  /** cookies, referrers, or no name and address to write to */
  rude: string[];
}

const ODD_DATE = 'Tue, 01-Sep-26 10:00:00 GMT';

/** Publishers on loopback whose clock is told to them, and who write down how they are treated. */
export class PolitePublishers {
  readonly complaints: Complaints = {
    requests: 0,
    later: 0,
    conditional: 0,
    early: [],
    altered: [],
    crowded: 0,
    rude: [],
  };
  /** hours since the story began */
  hour = 0;
  readonly #servers: { host: string; close(): Promise<void> }[] = [];
  readonly #start: number;

  constructor(start: string) {
    this.#start = Date.parse(start);
  }

  get hosts(): string[] {
    return this.#servers.map(({ host }) => host);
  }

  /** Opens a host with some feeds, and gives their addresses. */
  async open(feeds: readonly Behaviour[]): Promise<string[]> {
    const desk = { busyUntil: 0, open: 0 };
    const state = feeds.map(() => ({ notBefore: 0, given: false }));
    const server = createServer((request, response) => {
      const n = Number(/\d+/.exec(request.url ?? '')?.[0] ?? -1);
      const [feed, memory] = [feeds[n], state[n]];
      if (feed === undefined || memory === undefined) response.writeHead(404).end();
      else this.#answer({ feed, memory, desk }, request, response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#servers.push({
      host,
      close: () =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    });
    return feeds.map((_, n) => `http://${host}/${n}.xml`);
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  #answer(
    {
      feed,
      memory,
      desk,
    }: {
      feed: Behaviour;
      memory: { notBefore: number; given: boolean };
      desk: { busyUntil: number; open: number };
    },
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const { complaints, hour } = this;
    complaints.requests += 1;
    desk.open += 1;
    if (desk.open > 1) complaints.crowded += 1;
    response.on('close', () => {
      desk.open -= 1;
    });
    const where = `${feed.name} in hour ${hour}`;
    const hourOfDay = new Date(this.#start + hour * 3_600_000).getUTCHours();
    // Nobody can know a feed's quiet hours before having read it once.
    const isQuiet = memory.given && feed.quiet?.includes(hourOfDay);
    if (hour < memory.notBefore || hour < desk.busyUntil || isQuiet) complaints.early.push(where);
    const { headers } = request;
    if (headers.cookie || headers.referer || !/\S+@\S+/.test(headers['user-agent'] ?? '')) {
      complaints.rude.push(where);
    }
    const instead = feed.instead?.(hour);
    if (instead) {
      const wait = instead.headers?.['retry-after'];
      if (wait !== undefined) desk.busyUntil = hour + this.#hours(wait);
      response.writeHead(instead.status, instead.headers).end();
      return;
    }
    this.#serve(feed, memory, request, response, where);
  }

  #serve(
    feed: Behaviour,
    memory: { notBefore: number; given: boolean },
    { headers }: IncomingMessage,
    response: ServerResponse,
    where: string,
  ): void {
    const { complaints, hour } = this;
    const version = feed.version?.(hour) ?? 0;
    const kinds = feed.validators ?? ['etag', 'last-modified'];
    const etag = `W/"é ${version}-gzip;${feed.name}"`;
    const etagBytes = Buffer.from(etag).toString('latin1');
    const asked = { etag: headers['if-none-match'], date: headers['if-modified-since'] };
    if (memory.given && kinds.length > 0) {
      complaints.later += 1;
      if (asked.etag !== undefined || asked.date !== undefined) complaints.conditional += 1;
    }
    if (kinds.includes('etag') && asked.etag !== undefined) {
      const shape = /^W\/"\u00c3\u00a9 (\d+)-gzip;/.exec(asked.etag);
      if (shape === null) complaints.altered.push(`${where}: ${asked.etag}`);
    }
    if (asked.date !== undefined && asked.date !== ODD_DATE) {
      complaints.altered.push(`${where}: ${asked.date}`);
    }
    memory.notBefore = hour + (feed.rest ?? 0);
    const given = {
      ...(kinds.includes('etag') && { etag: etagBytes }),
      ...(kinds.includes('last-modified') && { 'last-modified': ODD_DATE }),
      ...feed.headers?.(hour),
    };
    const same = kinds.includes('etag') ? asked.etag === etagBytes : asked.date !== undefined;
    if (kinds.length > 0 && same) {
      response.writeHead(304, given).end();
      return;
    }
    memory.given = true;
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...given });
    response.end(
      `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>${feed.name}</title>${feed.channel ?? ''}<item><title>${feed.name} ${version}</title><link>http://publisher.example/${feed.name.replaceAll(' ', '-')}/${version}</link></item></channel></rss>`,
    );
  }

  /** Hours that a `Retry-After` asks for. */
  #hours(wait: string): number {
    return /^\d+$/.test(wait)
      ? Number(wait) / 3600
      : (Date.parse(wait) - this.#start) / 3_600_000 - this.hour;
  }
}
