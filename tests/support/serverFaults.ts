import { brotliCompressSync, gzipSync } from 'node:zlib';
import { endless, type Hostile, http } from './hostileServer.ts';

const ITEM = (slug: string) =>
  `<item><title>Riego contra la sequía en la vega del ${slug}</title><link>https://fault.example/${slug}</link>` +
  `<description>El embalse del ${slug} da agua potable y riego a la vega en plena sequía.</description></item>`;

/** A feed of one item that the small desk of the tests would propose. */
export const FEED_OF_ONE = `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><link>https://fault.example/</link>${ITEM('Genil')}</channel></rss>`;

const feed = Buffer.from(FEED_OF_ONE);
const cut = feed.subarray(0, FEED_OF_ONE.indexOf('</description>') - 20);
const gzip = gzipSync(feed);
const brotli = brotliCompressSync(feed);
const length = feed.length;
const garbage = Buffer.from('\x00\x01\x02\xff\xfe not HTTP at all \r\n\r\n', 'latin1');

const answers =
  (bytes: Buffer): Hostile['answer'] =>
  (socket) =>
    socket.end(bytes);
const status = (code: number, headers = {}, body = '') =>
  answers(http(code, { 'content-length': Buffer.byteLength(body), ...headers }, body));
const encoded = (encoding: string, body: Buffer) =>
  answers(http(200, { 'content-encoding': encoding, 'content-length': body.length }, body));
const redirect = (location: string) => status(302, { location });

/** What servers on the internet do wrong, each as bytes on a connection. */
export const SERVER_FAULTS: readonly Hostile[] = [
  { name: 'silence after accept', code: 'timeout', answer() {} },
  {
    name: '103, then silence',
    code: 'timeout',
    answer: (socket) => socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n'),
  },
  {
    name: '103 for ever',
    code: 'timeout',
    answer: (socket) => endless(socket, 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n', 200),
  },
  {
    name: 'slow headers',
    code: 'timeout',
    answer(socket) {
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      endless(socket, 'a', 200);
    },
  },
  {
    name: 'a byte every 200 ms',
    code: 'timeout',
    answer(socket) {
      socket.write(http(200, { 'content-length': 100_000 }));
      endless(socket, 'x', 200);
    },
  },
  {
    name: 'a body that stops',
    code: 'timeout',
    answer: (socket) => socket.write(http(200, { 'content-length': length }, cut)),
  },
  {
    name: 'headers without end',
    code: 'tooLarge',
    answer(socket) {
      socket.write('HTTP/1.1 200 OK\r\n');
      endless(socket, `X-More: ${'a'.repeat(1000)}\r\n`);
    },
  },
  {
    name: 'a header of 1 MB',
    code: 'tooLarge',
    answer: status(200, { 'x-long': 'a'.repeat(1_000_000) }, FEED_OF_ONE),
  },
  {
    name: '5,000 headers',
    code: 'tooLarge',
    answer: status(
      200,
      Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`x-${n}`, 'abcdefghij'])),
      FEED_OF_ONE,
    ),
  },
  {
    name: 'a body shorter than its Content-Length',
    code: 'truncated',
    answer: answers(http(200, { 'content-length': length }, cut)),
  },
  {
    name: 'a body longer than its Content-Length',
    code: 'notAFeed',
    answer: answers(http(200, { 'content-length': cut.length }, feed)),
  },
  {
    name: 'a chunk that is cut',
    code: 'truncated',
    answer: answers(
      http(200, { 'transfer-encoding': 'chunked' }, `${length.toString(16)}\r\n${cut}`),
    ),
  },
  {
    name: 'no last chunk',
    code: 'truncated',
    answer: answers(
      http(200, { 'transfer-encoding': 'chunked' }, `${length.toString(16)}\r\n${FEED_OF_ONE}\r\n`),
    ),
  },
  {
    name: 'a chunk that says no size',
    code: 'protocol',
    answer: answers(http(200, { 'transfer-encoding': 'chunked' }, `zz\r\n${FEED_OF_ONE}`)),
  },
  { name: 'a reset for an answer', code: 'reset', answer: (socket) => socket.resetAndDestroy() },
  {
    name: 'a reset in the body',
    code: 'truncated',
    answer(socket) {
      socket.write(http(200, { 'content-length': length }, cut));
      setTimeout(() => socket.resetAndDestroy(), 100);
    },
  },
  { name: 'a hang-up without a word', code: 'reset', answer: (socket) => socket.end() },
  {
    name: 'an early end that no length tells',
    code: 'notAFeed',
    answer: answers(http(200, {}, cut)),
  },
  {
    name: 'half a gzip',
    code: 'truncated',
    answer: encoded('gzip', gzip.subarray(0, gzip.length / 2)),
  },
  {
    name: 'half a brotli',
    code: 'truncated',
    answer: encoded('br', brotli.subarray(0, brotli.length / 2)),
  },
  {
    name: 'half a gzip that no length tells',
    code: 'truncated',
    answer: answers(http(200, { 'content-encoding': 'gzip' }, gzip.subarray(0, gzip.length / 2))),
  },
  {
    name: 'a gzip without its trailer',
    code: 'truncated',
    answer: encoded('gzip', gzip.subarray(0, -8)),
  },
  {
    name: 'garbage after a gzip',
    code: 'truncated',
    answer: encoded('gzip', Buffer.concat([gzip, Buffer.from('<!-- 12 ms -->')])),
  },
  {
    name: 'a gzip with a wrong checksum',
    code: 'truncated',
    answer: encoded('gzip', Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(8, 1)])),
  },
  {
    name: 'two gzips in a row',
    code: 'ok',
    published: 1,
    answer: encoded('gzip', Buffer.concat([gzipSync(cut), gzipSync(feed.subarray(cut.length))])),
  },
  { name: 'an unknown encoding', code: 'truncated', answer: encoded('foo', feed) },
  { name: '304 unasked', code: 'protocol', answer: answers(http(304, {})) },
  { name: '206', code: 'status', answer: status(206, {}, FEED_OF_ONE) },
  { name: '204', code: 'status', answer: answers(http(204, {})) },
  { name: '999', code: 'status', answer: status(999, {}, FEED_OF_ONE) },
  { name: '418', code: 'status', answer: status(418, {}, FEED_OF_ONE) },
  { name: '500', code: 'status', answer: status(500, {}, FEED_OF_ONE) },
  { name: '404', code: 'missing', answer: status(404, {}, FEED_OF_ONE) },
  { name: '410', code: 'gone', answer: status(410, {}, FEED_OF_ONE) },
  { name: '403', code: 'forbidden', answer: status(403, {}, FEED_OF_ONE) },
  { name: 'a redirect to itself', code: 'tooManyRedirects', answer: redirect('/feed') },
  { name: 'a redirect to a file', code: 'refused', answer: redirect('file:///etc/passwd') },
  {
    name: 'a redirect to data:',
    code: 'refused',
    answer: redirect(`data:text/xml,${encodeURIComponent(FEED_OF_ONE)}`),
  },
  {
    name: 'a redirect to a private address',
    code: 'refused',
    answer: redirect('http://10.0.0.1/'),
  },
  { name: 'a redirect to nowhere', code: 'status', answer: status(302) },
  {
    name: 'an error page with status 200',
    code: 'notAFeed',
    answer: status(
      200,
      { 'content-type': 'text/html' },
      '<!doctype html><html><head><title>Oops</title></head><body><h1>Something went wrong</h1></body></html>',
    ),
  },
  { name: 'an empty body', code: 'notAFeed', answer: status(200) },
  {
    name: 'a connection that is closed before the body is read',
    code: 'ok',
    published: 1,
    // Too much for the buffers between: it is still to be read when the connection ends.
    answer: answers(
      http(
        200,
        { connection: 'close', 'content-length': length + 500_000 },
        `${FEED_OF_ONE}${' '.repeat(500_000)}`,
      ),
    ),
  },
  { name: 'HTTP/0.9', code: 'protocol', answer: answers(feed) },
  { name: 'garbage', code: 'protocol', answer: answers(garbage) },
  {
    name: 'the greeting of a mail server',
    code: 'protocol',
    answer: answers(Buffer.from('220 mail.example ESMTP\r\n')),
  },
  {
    name: 'two lengths',
    code: 'protocol',
    answer: answers(http(200, { 'content-length': length, 'Content-Length': 7 }, feed)),
  },
  {
    name: 'an upgrade that nobody wanted',
    code: 'protocol',
    answer: answers(http(101, { upgrade: 'websocket', connection: 'upgrade' })),
  },
  {
    name: 'a body without end',
    code: 'tooLarge',
    answer(socket) {
      socket.write(http(200, {}));
      endless(socket, Buffer.alloc(64 * 1024, ' '));
    },
  },
  { name: 'nobody listening', code: 'unreachable', absent: true },
];
