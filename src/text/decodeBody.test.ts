import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { faultOf } from '../model/run/sourceError.ts';
import { decodeBody } from './decodeBody.ts';

const feed = Buffer.from(`<rss>${'<item>agua</item>'.repeat(2000)}</rss>`);
const limits = { maxBytes: feed.length, url: 'https://rios.example/feed' };

function faultIn(raw: Uint8Array, encoding: string, maxBytes = limits.maxBytes) {
  try {
    return decodeBody(raw, encoding, { ...limits, maxBytes }).length;
  } catch (error) {
    return faultOf(error) ?? error;
  }
}

test.for<[string, Uint8Array]>([
  ['', feed],
  ['identity', feed],
  ['UTF-8', feed],
  ['gzip', gzipSync(feed)],
  ['X-GZip', gzipSync(feed)],
  ['gzip', Buffer.concat([gzipSync(feed.subarray(0, 999)), gzipSync(feed.subarray(999))])],
  ['gzip', Buffer.concat([gzipSync(feed), Buffer.alloc(512)])],
  ['deflate', deflateSync(feed)],
  ['deflate', deflateRawSync(feed)],
  ['br', brotliCompressSync(feed)],
  ['deflate, br', brotliCompressSync(deflateSync(feed))],
])('%s gives what was encoded', ([encoding, raw]) => {
  expect(Buffer.from(decodeBody(raw, encoding, limits)).equals(feed)).toBe(true);
});

test('what is not compressed is not copied', () => {
  expect(decodeBody(feed, '', limits)).toBe(feed);
});

describe('a body that was cut is no body', () => {
  const bodies: [string, Buffer][] = [
    ['gzip', gzipSync(feed)],
    ['deflate', deflateSync(feed)],
    ['deflate', deflateRawSync(feed)],
    ['br', brotliCompressSync(feed)],
  ];
  test.for(bodies)('%s, wherever it was cut', ([encoding, raw]) => {
    for (let length = 0; length < raw.length; length++) {
      expect([length, faultIn(raw.subarray(0, length), encoding)]).toEqual([length, 'truncated']);
    }
  });
});

test.for<[string, string, Uint8Array]>([
  ['garbage after it', 'gzip', Buffer.concat([gzipSync(feed), Buffer.from('<!-- served -->')])],
  ['a wrong checksum', 'gzip', Buffer.concat([gzipSync(feed).subarray(0, -8), Buffer.alloc(8)])],
  ['what is not compressed', 'gzip', feed],
  ['an encoding that was not asked for', 'zstd', zstdCompressSync(feed)],
  ['three encodings', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(feed)))],
])('%s is a broken body', ([, encoding, raw]) => {
  expect(faultIn(raw, encoding)).toBe('truncated');
});

test.for<[string, Uint8Array]>([
  ['gzip', gzipSync(feed)],
  ['deflate', deflateSync(feed)],
  ['br', brotliCompressSync(feed)],
  ['gzip, gzip', gzipSync(gzipSync(feed))],
])('%s: one byte more than may be is too large', ([encoding, raw]) => {
  expect(faultIn(raw, encoding)).toBe(feed.length);
  expect(faultIn(raw, encoding, feed.length - 1)).toBe('tooLarge');
});
