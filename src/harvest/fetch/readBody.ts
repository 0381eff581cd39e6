import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { sourceError } from '../sourceError.ts';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
};

// Two encodings have been seen in good faith; more are a bomb.
const MAX_ENCODINGS = 2;

/**
 * The bytes of a body, decompressed, counted as they come: `source/too-large` beyond `maxBytes`.
 * The decoders are strict, so a body that was cut short fails: `source/truncated`.
 * @param encoding the `Content-Encoding` header
 */
export async function readBody(
  body: Readable,
  { encoding, maxBytes, url }: { encoding: string; maxBytes: number; url: string },
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const decoded = await decoding(body, encoding, url);
    for await (const chunk of decoded as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw sourceError('tooLarge', `${url}: more than ${maxBytes} bytes.`);
      chunks.push(chunk);
    }
  } catch (error) {
    // Only now: to destroy a body that was read to its end would close a connection that can be used again.
    discard(body);
    if (isZlibError(error))
      throw sourceError('truncated', `${url}: the body does not decompress.`, error);
    throw error;
  }
  return Buffer.concat(chunks, size);
}

/** Ends a body that nobody will read; what it says about that is for nobody either. */
export function discard(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}

async function decoding(body: Readable, encoding: string, url: string): Promise<Readable> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    // Some servers name a charset here, or say that there is nothing to decode.
    .filter((name) => !['', 'identity', 'none', 'utf-8', 'utf8'].includes(name));
  if (names.length > MAX_ENCODINGS) {
    throw sourceError('truncated', `${url}: encoded ${names.length} times over (${encoding}).`);
  }
  let stream = body;
  for (const name of names.reverse()) {
    const decoder = name === 'deflate' ? await inflater(stream) : DECODERS[name]?.();
    if (decoder === undefined) throw sourceError('truncated', `${url}: unknown encoding ${name}.`);
    // The error comes out of the last stream, where it is read.
    stream = pipeline(stream, decoder, () => {});
  }
  return stream;
}

/** What HTTP calls deflate has a zlib header, and from some servers has none: the first byte tells. */
async function inflater(stream: Readable): Promise<Transform> {
  if (stream.readableLength === 0 && !stream.readableEnded) {
    await new Promise<void>((done) => {
      for (const event of ['readable', 'end', 'error', 'close']) stream.once(event, () => done());
    });
  }
  const first: Buffer | null = stream.read(1);
  if (first !== null) stream.unshift(first);
  return first !== null && ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

function isZlibError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(?:Z_|ERR_(?:_)?(?:BROTLI|ZLIB|PADDING|UNUSUAL))/.test(String(error.code))
  );
}
