import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
} from 'node:zlib';
import { sourceError } from '../model/run/sourceError.ts';

type Decoder = (body: Uint8Array, options: ZlibOptions) => Uint8Array;

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  // What HTTP calls deflate has a zlib header, and from some servers has none: the first byte tells.
  deflate: (body, options) =>
    ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options),
  br: brotliDecompressSync,
};

// Two encodings have been seen in good faith; more are a bomb.
const MAX_ENCODINGS = 2;

/**
 * A body, decompressed; the bytes themselves where it is not compressed. For what has just come and for what was
 * stored, so that both give the same bytes and the same faults: `source/too-large` beyond `maxBytes`, which is as far
 * as a bomb is unpacked; `source/truncated` where it was cut short, does not decompress, or is in an unknown encoding.
 *
 * It does not leave the thread: on feeds (12 kB each) that takes half the time of streams and of zlib's own threads,
 * and ten MiB, the most there can be, take some 30 ms.
 * @param contentEncoding the `Content-Encoding` header; empty if there was none
 */
export function decodeBody(
  raw: Uint8Array,
  contentEncoding: string,
  { maxBytes, url }: { maxBytes: number; url: string },
): Uint8Array {
  const names = encodingsOf(contentEncoding);
  if (names.length > MAX_ENCODINGS) {
    const values = { url, n: names.length, encoding: contentEncoding };
    throw sourceError('truncated', { why: 'encodings', ...values });
  }
  return names.reduceRight((body, name) => {
    const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (decode === undefined)
      throw sourceError('truncated', { why: 'encoding', url, encoding: name });
    try {
      return decode(body, { maxOutputLength: maxBytes });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        throw sourceError('tooLarge', { why: 'body', url, most: maxBytes }, { cause: error });
      throw sourceError('truncated', { why: 'damaged', url }, { cause: error });
    }
  }, raw);
}

/** In the order in which they were applied. */
function encodingsOf(header: string): string[] {
  return (
    header
      .toLowerCase()
      .split(',')
      .map((name) => name.trim())
      // Some servers name a charset here, or say that there is nothing to decode.
      .filter((name) => !['', 'identity', 'none', 'utf-8', 'utf8'].includes(name))
  );
}
