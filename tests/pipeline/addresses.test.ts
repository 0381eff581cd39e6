import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultOf } from '../../src/model/run/sourceError.ts';
import type { ResolveName } from '../../src/net/guard.ts';
import { openFetch } from '../../src/net/openFetch.ts';

const words = (text: string) => text.trim().split(/\s+/);

/** Ways to write an address of this machine; `$` is where a port goes. All are 127.0.0.1 once they are read. */
const LOOPBACK = [
  ...words(`
    127.0.0.1$ 127.1$ 127.0.1$ 2130706433$ 017700000001$ 0x7f000001$ 0x7F.1$ 0x7f.0.0.1$
    0177.0.0.1$ 0177.0.0x0.01$ 127.0.0.1.$ 0x7f.0x0.0x1$ ①②⑦.⓪.⓪.①$ １２７.０.０.１$ 127。0。0。1$
    127．0．0．1$ 127｡0｡0｡1$ 𝟙𝟚𝟟.𝟘.𝟘.𝟙$ %31%32%37.0.0.1$ 127.0.0.%31$ 00000177.0.0.1$
    0x07f.0.0.1$ user@127.0.0.1$ user:word@127.0.0.1$ water.example@127.0.0.1$ @127.0.0.1$
    8.8.8.8:80@127.0.0.1$ 127.0.0.1$#@8.8.8.8 127.0.0.1$?@8.8.8.8
  `),
  '127.0.0.1$\\@8.8.8.8',
  '1\t27.0.0.1$',
  '127.0.0.1\n$',
  '\u00ad127.0.0.1$',
  '127.\u200b0.0.1$',
];

/** Other ranges that are nobody's on the internet, other ways to this machine, and IPv6 that means IPv4. */
const NOT_PUBLIC = words(`
  0$ 0.0.0.0$ 0x0$ 0.1.2.3$ 127.0.0.2$ 127.1.2.3$ 127.255.255.254$ 10.0.0.1$ 10.255.255.254$
  012.0.0.1$ 0xa.1$ 167772161$ 100.64.0.1$ 100.127.255.254$ 169.254.169.254$ 2852039166$
  0xa9fea9fe$ 0251.254.169.254$ 169.254.1.1$ 172.16.0.1$ 172.31.255.254$ 192.0.0.1$
  192.0.0.170$ 192.0.2.1$ 192.88.99.1$ 192.168.0.1$ 192.168.257$ 3232235777$ 198.18.0.1$
  198.51.100.1$ 198.19.255.254$ 203.0.113.1$ 224.0.0.1$ 239.255.255.255$ 240.0.0.1$
  4294967295$ 255.255.255.255$ 168.63.129.16$ [::]$ [::1]$ [0:0:0:0:0:0:0:1]$ [0000::0001]$
  [::127.0.0.1]$ [::7f00:1]$ [::ffff:127.0.0.1]$ [::ffff:7f00:1]$ [::FFFF:0:0]$
  [::ffff:10.0.0.1]$ [::ffff:a9fe:a9fe]$ [::ffff:0:127.0.0.1]$ [64:ff9b::127.0.0.1]$
  [64:ff9b::7f00:1]$ [64:ff9b:1::a00:1]$ [2002:7f00:1::]$ [2002:a9fe:a9fe::1]$ [2001::1]$
  [2001:0:7f00:1::1]$ [2001:db8::1]$ [2001:10::1]$ [100::1]$ [fc00::1]$ [fd00::1]$
  [fdff:ffff::1]$ [fe80::1]$ [febf::1]$ [fe80::1%25lo]$ [fe80::1%lo]$ [::1%25lo]$ [fec0::1]$
  [feff::1]$ [ff02::1]$ [4000::1]$ [5f00::1]$ [3fff::1]$ localhost$ LOCALHOST$ localhost.$
  a.localhost$ a.b.localhost.$ ⓛocalhost$
`);

/** Names, and what the resolver of these tests says they are. */
const NAMES: Record<string, string[]> = {
  'loopback.example': ['127.0.0.1'],
  'other-loopback.example': ['127.8.8.8'],
  'loopback6.example': ['::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'zero.example': ['0.0.0.0'],
  'nothing6.example': ['::'],
  'private.example': ['10.0.0.1', '192.168.1.1', '172.16.0.1'],
  'shared.example': ['100.64.0.1'],
  'metadata.example': ['169.254.169.254'],
  'link.example': ['fe80::1'],
  'unique.example': ['fd00::1'],
  'nat64.example': ['64:ff9b::7f00:1'],
  'tunnel.example': ['2002:7f00:1::1'],
  'many.example': ['127.0.0.1', '::1', '10.0.0.1', 'fe80::1%lo'],
  'nobody.example': [],
};

/** What is no http(s) address at all. */
const OTHER_SCHEMES = words(`
  file:///etc/passwd file://127.0.0.1/etc/passwd data:text/xml,<rss/> javascript:1
  ftp://127.0.0.1$/ gopher://127.0.0.1$/_x dict://127.0.0.1$/ ws://127.0.0.1$/
  blob:http://127.0.0.1$/x view-source:http://127.0.0.1$/ feed://127.0.0.1$/ about:blank
`);

/** What leads to this machine from another, and means nothing on its own. */
const ONLY_REDIRECTED = [
  ...words(`
    //127.0.0.1$/ ///127.0.0.1$/ //localhost$/ http:///127.0.0.1$/ hTTp://127.0.0.1$/ //[::1]$/
    //2130706433$/ //loopback.example$/
  `),
  '\\\\127.0.0.1$\\',
  '/\\127.0.0.1$/',
  'http:\\\\127.0.0.1$/',
  ' http://127.0.0.1$/',
];
const ONLY_DIRECT = [
  '',
  ' ',
  'not an address',
  '//127.0.0.1$/',
  'http://',
  'http://[::1',
  '127.0.0.1$',
];

const WEB = ['http', 'https'].flatMap((scheme) =>
  [...LOOPBACK, ...NOT_PUBLIC, ...Object.keys(NAMES).map((name) => `${name}$`)].map(
    (host) => `${scheme}://${host}/`,
  ),
);

let knocks = 0;
let hops = 0;
let canaryPort = 0;
let openPort = 0;
const servers: Server[] = [];
const resolved: string[] = [];
const resolve: ResolveName = (hostname, _, callback) => {
  resolved.push(hostname);
  const addresses = (NAMES[hostname] ?? []).map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }));
  setImmediate(callback, null, addresses);
};

/** Of 127.0.0.1 a single port is open, and it leads to wherever it is told: `/<status>/<target>`. */
const network = () =>
  openFetch({
    userAgent: 'Criba/test',
    allowHosts: [`127.0.0.1:${openPort}`],
    resolve,
    connect: 1000,
  });
const put = (spelling: string) => spelling.replace('$', `:${canaryPort}`);

beforeAll(async () => {
  const canary = createTcpServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  // On every address of this machine, whichever of its names somebody finds a way to.
  canaryPort = await listen(canary, '::').catch(() => listen(canary, '0.0.0.0'));
  const open = createServer((request, response) => {
    hops += 1;
    const [, status, target] = /^\/(\d+)\/(.*)$/.exec(request.url ?? '') ?? [];
    const location = Buffer.from(decodeURIComponent(target ?? '')).toString('latin1');
    response.writeHead(Number(status), { location }).end();
  });
  openPort = await listen(open, '127.0.0.1');
});
beforeEach(() => {
  knocks = 0;
  hops = 0;
});
afterAll(() => {
  for (const server of servers) server.close();
});

async function listen(server: Server, host: string): Promise<number> {
  servers.push(server);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, host, done);
  });
  return (server.address() as AddressInfo).port;
}

/** What came of each address: those that were not refused. */
async function notRefused(urls: string[]): Promise<string[]> {
  const { fetch, close } = network();
  const wrong: string[] = [];
  for (const url of urls) {
    const fault = await fetch(url).then(({ status }) => status, faultOf);
    if (fault !== 'refused') wrong.push(`${url}: ${fault}`);
  }
  await close();
  return wrong;
}

test('there are enough of them', () => {
  expect(new Set([...LOOPBACK, ...NOT_PUBLIC]).size).toBeGreaterThan(110);
});

describe('the canary', () => {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const own = addresses.filter(({ scopeid }) => !scopeid).map(({ address }) => address);
  test.for([...new Set(['127.0.0.1', '127.0.0.2', '127.1.2.3', '0.0.0.0', ...own])])(
    'hears who comes to %s',
    async (host) => {
      await new Promise((done) =>
        connect(canaryPort, host)
          .on('close', done)
          .on('error', () => {}),
      );
      expect(knocks).toBe(1);
    },
  );
  test('hears every spelling of 127.0.0.1 where it is open', async () => {
    const { fetch, close } = openFetch({ userAgent: 'x', allowHosts: ['127.0.0.1'] });
    const silent: string[] = [];
    for (const host of LOOPBACK) {
      knocks = 0;
      await fetch(`http://${put(host)}/`).catch(() => {});
      if (knocks === 0) silent.push(host);
    }
    await close();
    expect(silent).toEqual([]);
  });
});

test('no spelling is connected to when it is asked for', async () => {
  const wrong = await notRefused([...WEB, ...OTHER_SCHEMES, ...ONLY_DIRECT].map(put));
  expect(wrong).toEqual([]);
  expect(knocks).toBe(0);
  expect(new Set(resolved)).toEqual(new Set(Object.keys(NAMES)));
});

describe('nor when an address that is open leads there', () => {
  test.for([301, 302, 303, 307, 308])('by status %i', async (status) => {
    // A header cannot hold a line break.
    const targets = [...WEB, ...OTHER_SCHEMES, ...ONLY_REDIRECTED].filter(
      (target) => !/[\r\n]/.test(target),
    );
    const wrong = await notRefused(
      targets.map(
        (target) => `http://127.0.0.1:${openPort}/${status}/${encodeURIComponent(put(target))}`,
      ),
    );
    expect(wrong).toEqual([]);
    expect(hops).toBe(targets.length);
    expect(knocks).toBe(0);
  });
});

describe('a name that changes its answer', () => {
  /** The first answer comes too late for the connection: nobody is to be asked on the internet for a test. */
  const rebinding = (...answers: string[]): { resolve: ResolveName; asked(): number } => {
    let asked = 0;
    return {
      asked: () => asked,
      resolve(_hostname, _options, callback) {
        const address = answers[Math.min(asked, answers.length - 1)] ?? '';
        asked += 1;
        const late = address.startsWith('127.') ? 0 : 1_500;
        setTimeout(callback, late, null, [{ address, family: 4 }]);
      },
    };
  };

  test('is judged by each answer, and asked once for each connection', async () => {
    const { resolve, asked } = rebinding('93.184.215.14', '127.0.0.1');
    const { fetch, close } = openFetch({ userAgent: 'x', resolve, connect: 100 });
    const url = `http://rebinding.example:${canaryPort}/`;
    expect(await fetch(url).catch(faultOf)).toBe('timeout');
    expect(await fetch(url).catch(faultOf)).toBe('refused');
    expect(asked()).toBe(2);
    await close();
    expect(knocks).toBe(0);
  });

  test('leads nowhere from the port of it that is open', async () => {
    const { resolve, asked } = rebinding('127.0.0.1');
    const allowHosts = [`rebinding.example:${openPort}`];
    const { fetch, close } = openFetch({ userAgent: 'x', resolve, allowHosts });
    const target = encodeURIComponent(`http://rebinding.example:${canaryPort}/`);
    const fault = await fetch(`http://rebinding.example:${openPort}/302/${target}`).catch(faultOf);
    expect([fault, hops, asked()]).toEqual(['refused', 1, 2]);
    await close();
    expect(knocks).toBe(0);
  });
});
