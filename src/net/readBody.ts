import type { Readable } from 'node:stream';
import { sourceError } from '../model/run/sourceError.ts';

/**
 * The bytes of a body as they come, still compressed, counted: `source/too-large` beyond `maxBytes`. Without
 * compression that is what the caller wants to hold at most; with it, a body that is longer before than after is a trick.
 * @param length the `Content-Length` header; if it is too much already, the body is not read
 */
export async function readBody(
  body: Readable,
  { length, maxBytes, url }: { length: string; maxBytes: number; url: string },
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const count = (bytes: number) => {
    size += bytes;
    if (size > maxBytes) throw sourceError('tooLarge', { why: 'body', url, most: maxBytes });
  };
  try {
    if (Number(length) > maxBytes) count(Number(length));
    for await (const chunk of body as AsyncIterable<Buffer>) {
      count(chunk.length);
      chunks.push(chunk);
    }
  } catch (error) {
    // Only now: to destroy a body that was read to its end would close a connection that can be used again.
    discard(body);
    throw error;
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, size);
}

/** Ends a body that nobody will read, and ignores the error that this causes. */
export function discard(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}
