import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Transform } from 'node:stream';
import {
  constants,
  createBrotliCompress,
  createDeflate,
  createGzip,
  createZstdCompress,
  gzipSync,
} from 'node:zlib';
import { type Hostile, http } from './hostileServer.ts';

const MB = 1024 * 1024;
const HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>B</title>';
const TAIL = '</channel></rss>';
const ITEM =
  '<item><title>Una bomba sobre la sequía</title><link>https://bomb.example/1</link>' +
  '<description>El embalse y el riego.</description></item>';

/** How a parser may end with what is within the limit of bytes: it depends on the machine. */
const READ_OR_ENDED = ['ok', 'empty', 'notAFeed', 'parserEnded'] as const;

/** So many zeros, through a compressor and never in memory. */
async function zeros(bytes: number, compressor: Transform): Promise<Buffer> {
  const pieces: Buffer[] = [];
  compressor.on('data', (piece: Buffer) => pieces.push(piece));
  const piece = Buffer.alloc(MB);
  for (let written = 0; written < bytes; written += MB)
    if (!compressor.write(piece)) await once(compressor, 'drain');
  compressor.end();
  await once(compressor, 'end');
  return Buffer.concat(pieces);
}

/** Sends a body whole, or in pieces of 64 kB of which nobody said how many there are. */
function send(socket: Socket, body: Buffer, pieces: boolean): void {
  if (!pieces) {
    socket.end(http(200, { 'content-length': body.length }, body));
    return;
  }
  socket.write(http(200, { 'transfer-encoding': 'chunked' }));
  let at = 0;
  const more = () => {
    if (socket.destroyed) return;
    const piece = body.subarray(at, at + 64 * 1024);
    at += piece.length;
    const chunk = Buffer.concat([
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]);
    if (piece.length === 0) socket.end(chunk);
    else if (socket.write(chunk)) setImmediate(more);
    else socket.once('drain', more);
  };
  more();
}

const sent = (
  name: string,
  code: Hostile['code'],
  body: () => string | Buffer,
  pieces = false,
): Hostile => ({
  name,
  code,
  published: code === 'tooLarge' ? 0 : 1,
  answer: (socket) => send(socket, Buffer.from(body() as string), pieces),
});

const compressed = (
  name: string,
  code: Hostile['code'],
  encoding: string,
  body: Buffer,
): Hostile => ({
  name,
  code,
  answer: (socket) =>
    socket.end(http(200, { 'content-encoding': encoding, 'content-length': body.length }, body)),
});

/** A gigabyte of zeros in as few bytes as each encoding takes. @param bytes fewer for a quick look */
export async function compressionBombs(bytes = 1024 * MB): Promise<Hostile[]> {
  const brotli = createBrotliCompress({
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 9 },
  });
  const gzip = await zeros(bytes, createGzip({ level: 9 }));
  const feed = Buffer.from(`${HEAD}${ITEM}`);
  return [
    compressed('gzip of zeros', 'tooLarge', 'gzip', gzip),
    compressed(
      'gzip of a feed and zeros',
      'tooLarge',
      'gzip',
      Buffer.concat([gzipSync(feed), gzip]),
    ),
    compressed(
      'deflate of zeros',
      'tooLarge',
      'deflate',
      await zeros(bytes, createDeflate({ level: 9 })),
    ),
    compressed('brotli of zeros', 'tooLarge', 'br', await zeros(bytes, brotli)),
    // Nobody asked for it, so it is not unpacked.
    compressed('zstd of zeros', 'truncated', 'zstd', await zeros(bytes, createZstdCompress())),
    compressed('gzip in gzip of zeros', 'tooLarge', 'gzip, gzip', gzipSync(gzip, { level: 9 })),
    compressed('gzip five times over', 'truncated', 'gzip, gzip, gzip, gzip, gzip', gzip),
  ];
}

const SHAPES: Record<string, (fill: string) => string> = {
  text: (fill) => `${HEAD}<item><title>${fill}</title></item>${TAIL}`,
  'a comment': (fill) => `${HEAD}<!--${fill}-->${ITEM}${TAIL}`,
  'an attribute': (fill) => `${HEAD}<item a="${fill}"><title>a</title></item>${TAIL}`,
  'a DOCTYPE': (fill) =>
    `<?xml version="1.0"?><!DOCTYPE rss [${fill}]>${HEAD.slice(21)}${ITEM}${TAIL}`,
};

/** What is hard to make Markdown of, in an item that is proposed. */
const DESCRIPTIONS: Record<string, () => string> = {
  '100,000 quotations deep': () => '<blockquote>'.repeat(100_000),
  '100,000 lists deep': () => '<ul><li>'.repeat(100_000),
  '3 MB of stars': () => '*a **b '.repeat(400_000),
  '3 MB of brackets': () => '[a]('.repeat(700_000),
  '100,000 links': () => '<a href="https://bomb.example/">a</a>'.repeat(100_000),
  '100,000 crossed tags': () => '<b><i></b></i>'.repeat(100_000),
  'a word of 5 MB': () => 'a'.repeat(5 * MB),
};

/** Documents that are long, deep or many, in one piece and in many. */
export const DOCUMENT_BOMBS: readonly Hostile[] = [
  ...Object.entries(SHAPES).flatMap(([what, document]) => [
    sent(`50 MB of ${what}`, 'tooLarge', () => document('a'.repeat(50 * MB))),
    sent(`50 MB of ${what}, in pieces`, 'tooLarge', () => document('a'.repeat(50 * MB)), true),
    sent(`9.5 MB of ${what}`, READ_OR_ENDED, () => document('a'.repeat(9.5 * MB))),
    sent(`9.5 MB of ${what}, in pieces`, READ_OR_ENDED, () => document('a'.repeat(9.5 * MB)), true),
  ]),
  sent('9.5 MB of < and nothing else', READ_OR_ENDED, () => `${HEAD}${'<'.repeat(9.5 * MB)}`),
  sent('9.5 MB of & and nothing else', READ_OR_ENDED, () => `${HEAD}${'&'.repeat(9.5 * MB)}`),
  sent(
    '9.5 MB of comments that do not end',
    READ_OR_ENDED,
    () => `${HEAD}${'<!--'.repeat(2.3 * MB)}`,
  ),
  sent(
    '9.5 MB of CDATA that does not end',
    READ_OR_ENDED,
    () => `${HEAD}${'<![CDATA['.repeat(MB)}`,
  ),
  sent('9.5 MB of closing tags', READ_OR_ENDED, () => `${HEAD}${'</a>'.repeat(2.3 * MB)}`),
  sent(
    '200,000 tags deep',
    READ_OR_ENDED,
    () => `${HEAD}${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}${TAIL}`,
  ),
  sent(
    '200,000 tags deep in an item',
    READ_OR_ENDED,
    () =>
      `${HEAD}${ITEM.replace('</item>', `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</item>`)}${TAIL}`,
  ),
  sent(
    'HTML 200,000 tags deep in a description',
    READ_OR_ENDED,
    () => `${HEAD}${ITEM.replace('El embalse', `${'&lt;b&gt;'.repeat(200_000)}El embalse`)}${TAIL}`,
  ),
  sent(
    'XHTML 200,000 tags deep in an entry',
    READ_OR_ENDED,
    () =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><entry><title>Una bomba de sequía</title>` +
      `<link href="https://bomb.example/2"/><content type="xhtml">${'<div>'.repeat(200_000)}El embalse` +
      `${'</div>'.repeat(200_000)}</content></entry></feed>`,
  ),
  sent(
    'a table of 500,000 cells',
    READ_OR_ENDED,
    () =>
      `${HEAD}${ITEM.replace('El embalse', `<![CDATA[El embalse<table><tr>${'<td>a'.repeat(500_000)}</table>]]>`)}${TAIL}`,
  ),
  sent(
    '500,000 items',
    READ_OR_ENDED,
    () => `${HEAD}${'<item><b/></item>'.repeat(500_000)}${TAIL}`,
  ),
  sent(
    '500,000 RDF items',
    READ_OR_ENDED,
    () =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">${'<item/>'.repeat(500_000)}</rdf:RDF>`,
  ),
  sent(
    '100,000 attributes',
    READ_OR_ENDED,
    () =>
      `${HEAD}<item ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(' ')}><title>a</title></item>${TAIL}`,
  ),
  sent(
    '100,000 namespaces',
    READ_OR_ENDED,
    () =>
      `<rss version="2.0" ${Array.from({ length: 100_000 }, (_, n) => `xmlns:a${n}="u:${n}"`).join(' ')}><channel>${ITEM}${TAIL}`,
  ),
  sent('a billion laughs', READ_OR_ENDED, () => {
    const names = 'abcdefghij';
    const laughs = Array.from(
      names.slice(1),
      (name, n) => `<!ENTITY ${name} "${`&${names[n]};`.repeat(10)}">`,
    );
    return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">${laughs.join('')}]><rss version="2.0"><channel><item><title>&j;</title><link>https://bomb.example/3</link></item>${TAIL}`;
  }),
  sent(
    'one long entity, often',
    READ_OR_ENDED,
    () =>
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'a'.repeat(100_000)}">]><rss version="2.0"><channel><item><title>${'&a;'.repeat(100_000)}</title><link>https://bomb.example/4</link></item>${TAIL}`,
  ),
  sent(
    'an entity that is itself',
    READ_OR_ENDED,
    () =>
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]><rss version="2.0"><channel><item><title>&a;</title><link>https://bomb.example/5</link></item>${TAIL}`,
  ),
  sent(
    'an entity that is a file',
    READ_OR_ENDED,
    () =>
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1/x">%b;]><rss version="2.0"><channel><item><title>&a;</title><link>https://bomb.example/6</link></item>${TAIL}`,
  ),
  sent('JSON a million arrays deep', READ_OR_ENDED, () => '['.repeat(1_000_000)),
  sent(
    'a JSON feed a million arrays deep',
    READ_OR_ENDED,
    () =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"B","items":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`,
  ),
  sent(
    'a JSON feed of 500,000 items',
    READ_OR_ENDED,
    () =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"B","items":[${'{},'.repeat(500_000)}{}]}`,
  ),
  ...Object.entries(DESCRIPTIONS).map(([what, html]) =>
    sent(
      `a description with ${what}`,
      READ_OR_ENDED,
      () => `${HEAD}${ITEM.replace('El embalse', `<![CDATA[El embalse ${html()}]]>`)}${TAIL}`,
    ),
  ),
];
