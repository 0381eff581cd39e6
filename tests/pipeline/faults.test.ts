import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Validators } from '../../src/model/run/document.ts';
import type { SourceReport } from '../../src/model/run/runReport.ts';
import { faultOf } from '../../src/model/run/sourceError.ts';
import { openFetch } from '../../src/net/openFetch.ts';
import { compressionBombs, DOCUMENT_BOMBS } from '../support/bombs.ts';
import { canCertify, makeCertificates } from '../support/certificates.ts';
import { type Hostile, type HostileServer, http, openHostile } from '../support/hostileServer.ts';
import { Repository } from '../support/repository.ts';
import { runScript } from '../support/runScript.ts';
import { FEED_OF_ONE, SERVER_FAULTS } from '../support/serverFaults.ts';
import { size } from '../support/size.ts';

/** Milliseconds; long enough for healthy feeds on a busy machine. */
const TIMEOUTS = { connect: 5000, headers: 5000, idle: 5000, total: 10_000 };
/** Seconds of CPU: what a document may take a parser, and all the rest of the run. */
const CPU = 5 + 5;
const MB = 1024 * 1024;
/** Megabytes of the whole process: the parent and its worker threads. */
const MEMORY = 400;

const PLACES = 'Duero Tajo Ebro Segura Turia Miño Sella Nervión Guadiana Odiel'.split(' ');
const HEALTHY = PLACES.map(
  (place, n) => `healthy-${n}-${place.normalize('NFKD').replace(/\W/g, '').toLowerCase()}`,
);

const healthyFeed = (place: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${place}</title>
<item><title>La sequía baja el ${place} hasta su lecho</title><link>https://${place.toLowerCase()}.example/sequia</link>
<description>El embalse del ${place} guarda agua potable para ${place.length} semanas de riego y sequía.</description></item></channel></rss>`;

const sourceFile = (title: string, feed: string) =>
  `---\ntitle: "${title}"\nfeed: "${feed}"\nlanguage: "es"\n---\n`;

/** A run of the real script over ten feeds that are well and one that is not. */
async function harvestWith(hostile: Hostile, env: NodeJS.ProcessEnv = {}) {
  const [bad, good] = await Promise.all([
    openHostile(hostile),
    openHostile({
      name: 'healthy',
      code: 'ok',
      answer(socket, request) {
        const place = PLACES[Number(/^GET \/(\d)/.exec(request)?.[1])] ?? '';
        const body = healthyFeed(place);
        const length = Buffer.byteLength(body);
        socket.end(http(200, { 'content-length': length, connection: 'close' }, body));
      },
    }),
  ]);
  const desk = new Repository({
    'content/sources/rios.md': sourceFile('Fault', bad.url),
    ...Object.fromEntries(
      HEALTHY.map((name, n) => [
        `content/sources/${name}.md`,
        sourceFile(PLACES[n] ?? '', `http://${good.host}/${n}`),
      ]),
    ),
  });
  try {
    const timeouts = Object.entries(TIMEOUTS).map((entry) => entry.join('='));
    const said = await runScript('harvest', ['--json', '--now', '2026-11-18T12:00:00+01:00'], {
      cwd: desk.root,
      env: {
        CRIBA_ALLOW_HOSTS: `${bad.host},${good.host}`,
        CRIBA_TIMEOUTS: timeouts.join(','),
        ...env,
      },
    });
    const records = said.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown> & { kind: string });
    const files = desk.candidates().map((path) => desk.read(`content/candidates/${path}`));
    return {
      ...said,
      sources: records.filter(({ kind }) => kind === 'source') as unknown as SourceReport[],
      published: files.map((text) => /^source: "(.*)"$/m.exec(text)?.[1] ?? '').sort(),
    };
  } finally {
    desk.remove();
    await Promise.all([bad.close(), good.close()]);
  }
}

const worst = { runs: 0, peak: 0, cpu: 0 };
afterAll(() => {
  const { runs, peak, cpu } = worst;
  process.stdout.write(`${runs} runs: at most ${peak} MB and ${cpu} s of CPU\n`);
});

async function expectContained(hostile: Hostile, env?: NodeJS.ProcessEnv): Promise<void> {
  const { code, stderr, peak, cpu, sources, published } = await harvestWith(hostile, env);
  const fault = sources.find(({ source }) => source === 'rios');
  const trouble = `${stderr}\n${JSON.stringify(fault)}`;
  expect(code, trouble).toBe(0);
  expect([hostile.code].flat(), trouble).toContain(fault?.code);
  expect(
    published.filter((source) => source !== 'rios'),
    trouble,
  ).toEqual(HEALTHY);
  expect(published.length - HEALTHY.length, trouble).toBeLessThanOrEqual(hostile.published ?? 0);
  if (fault?.code !== 'ok') expect(published).toEqual(HEALTHY);
  expect(cpu, trouble).toBeLessThan(CPU);
  expect(peak, trouble).toBeLessThan(MEMORY);
  worst.runs += 1;
  worst.peak = Math.max(worst.peak, peak);
  worst.cpu = Math.max(worst.cpu, cpu);
}

/** Of the small size those that are named, of the middle one every third too. */
const few = (hostiles: readonly Hostile[], ...names: string[]) => {
  const step = size({ small: Infinity, middle: 3, whole: 1 });
  return hostiles.filter(({ name }, n) => names.includes(name) || n % step === step - 1);
};

test('41 faults and more are at hand, each with a name of its own', () => {
  const names = [...SERVER_FAULTS, ...DOCUMENT_BOMBS].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(SERVER_FAULTS.length + 4).toBeGreaterThanOrEqual(41);
});

describe('a server fault has its own name', () => {
  /** What reading each of them gives: its fault, or `read` where there is a body for the parser. */
  async function namesOf(urlOf: (bad: HostileServer) => string, validators?: Validators) {
    const servers = await Promise.all(SERVER_FAULTS.map(openHostile));
    const network = openFetch({
      ...TIMEOUTS,
      userAgent: 'Criba/test',
      allowHosts: ['127.0.0.1'],
    });
    const names = await Promise.all(
      servers.map((bad) =>
        network.fetch(urlOf(bad), { validators }).then(
          ({ status }) => (status === 304 ? 'unchanged' : 'read'),
          (error: unknown) => faultOf(error) ?? String(error),
        ),
      ),
    );
    await Promise.all([network.close(), ...servers.map(({ close }) => close())]);
    return Object.fromEntries(names.map((name, n) => [SERVER_FAULTS[n]?.name ?? '', name]));
  }
  const expected = Object.fromEntries(
    SERVER_FAULTS.map(({ name, code }) => [
      name,
      ['ok', 'empty', 'notAFeed'].includes(String(code)) ? 'read' : String(code),
    ]),
  );

  test.concurrent('when it is asked', async () => {
    expect(await namesOf(({ url }) => url)).toEqual(expected);
  });
  test.concurrent('when it is asked whether something has changed', async () => {
    const asked = await namesOf(({ url }) => url, { etag: '"a"' });
    expect(asked).toEqual({ ...expected, '304 unasked': 'unchanged' });
  });
  test.concurrent('when another leads to it', async () => {
    const target = (request: string) => decodeURIComponent(/\?(\S+)/.exec(request)?.[1] ?? '');
    const good = await openHostile({
      name: 'a redirect',
      code: 'ok',
      answer: (socket, request) =>
        socket.end(http(301, { location: target(request), connection: 'close' })),
    });
    const led = await namesOf(({ url }) => `${good.url}?${encodeURIComponent(url)}`);
    await good.close();
    expect(led).toEqual(expected);
  });
});

describe('a server fault costs its own source only', () => {
  test.for(
    few(
      SERVER_FAULTS,
      'a byte every 200 ms',
      'half a gzip',
      'a connection that is closed before the body is read',
    ),
  )('$name: $code', (hostile) => expectContained(hostile));
});

describe.skipIf(!canCertify)('so does a bad certificate', () => {
  const made = canCertify ? makeCertificates() : undefined;
  afterAll(() => made?.remove());
  const body = { 'content-length': Buffer.byteLength(FEED_OF_ONE), connection: 'close' };
  const answer: Hostile['answer'] = (socket) => socket.end(http(200, body, FEED_OF_ONE));
  const all: Hostile[] = [
    { name: 'a good one, for comparison', code: 'ok', published: 1, tls: made?.good, answer },
    { name: 'one that has run out', code: 'tls', tls: made?.expired, answer },
    { name: 'one for another host', code: 'tls', tls: made?.otherHost, answer },
    { name: 'one that is signed by itself', code: 'tls', tls: made?.selfSigned, answer },
    { name: 'none: plain HTTP on the port of TLS', code: 'tls', https: true, answer },
  ];
  test.for(few(all, 'one that has run out'))('$name: $code', (hostile) =>
    expectContained(hostile, { NODE_EXTRA_CA_CERTS: made?.authority }),
  );
});

describe('a bomb costs its own source only', () => {
  test.for(few(DOCUMENT_BOMBS, '200,000 tags deep in an item'))('$name: $code', (hostile) =>
    expectContained(hostile),
  );
  let zipped: Hostile[] = [];
  beforeAll(async () => {
    zipped = await compressionBombs(size({ small: 64 * MB, middle: 64 * MB, whole: undefined }));
  });
  test.for(size({ small: [3], middle: [0, 3, 6], whole: [0, 1, 2, 3, 4, 5, 6] }))(
    'compressed, number %i',
    async (n) => {
      const bomb = zipped[n];
      if (bomb === undefined) throw new Error('There is no such bomb.');
      await expectContained(bomb);
    },
  );
});
