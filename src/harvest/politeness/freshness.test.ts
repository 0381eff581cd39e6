import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { freshUntil, retryAfter } from './freshness.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const HOUR = 3_600_000;

describe('an answer holds as long as the publisher says', () => {
  test.for([
    ['nothing said', {}, undefined, undefined],
    ['max-age', { 'cache-control': 'public, max-age=3600' }, undefined, '2026-11-21T13:00:00Z'],
    [
      'what is left of it',
      { 'cache-control': 'max-age=3600', age: '600' },
      undefined,
      '2026-11-21T12:50:00Z',
    ],
    [
      'an answer that is old already',
      { 'cache-control': 'max-age=60', age: '600' },
      undefined,
      undefined,
    ],
    ['no-cache wins', { 'cache-control': 'no-cache, max-age=3600' }, undefined, undefined],
    [
      'no-cache of one header',
      { 'cache-control': 'no-cache="set-cookie", max-age=3600' },
      undefined,
      '2026-11-21T13:00:00Z',
    ],
    ['no-store wins', { 'cache-control': 'max-age=3600, no-store' }, undefined, undefined],
    [
      'max-age before Expires',
      { 'cache-control': 'max-age=60', expires: 'Sun, 22 Nov 2026 12:00:00 GMT' },
      undefined,
      '2026-11-21T12:01:00Z',
    ],
    ['Expires', { expires: 'Sat, 21 Nov 2026 15:00:00 GMT' }, undefined, '2026-11-21T15:00:00Z'],
    [
      'Expires by the server’s clock',
      { expires: 'Sat, 21 Nov 2026 09:00:00 GMT', date: 'Sat, 21 Nov 2026 07:00:00 GMT' },
      undefined,
      '2026-11-21T14:00:00Z',
    ],
    ['Expires that is no date', { expires: '0' }, undefined, undefined],
    ['ttl', {}, { ttl: 90 }, '2026-11-21T13:30:00Z'],
    ['the period of sy', {}, { period: 720 }, '2026-11-22T00:00:00Z'],
    [
      'the longest of all',
      { 'cache-control': 'max-age=60' },
      { ttl: 60, period: 30 },
      '2026-11-21T13:00:00Z',
    ],
    [
      'a year by mistake',
      { 'cache-control': 'max-age=31536000' },
      undefined,
      '2026-11-28T12:00:00Z',
    ],
    [
      'Retry-After on a good answer',
      { 'retry-after': '7200' },
      { ttl: 60 },
      '2026-11-21T14:00:00Z',
    ],
    [
      'half a second is rounded up',
      { 'cache-control': 'max-age=1' },
      { ttl: 0.025 },
      '2026-11-21T12:00:02Z',
    ],
  ] as const)('%s', ([, headers, hints, expected]) => {
    expect(freshUntil({ headers, hints, now })).toBe(expected);
  });
});

describe('Retry-After, in both forms', () => {
  test.for([
    [undefined, undefined],
    ['120', 120_000],
    [' 120 ', 120_000],
    ['0', undefined],
    ['-5', undefined],
    ['Sat, 21 Nov 2026 14:00:00 GMT', 2 * HOUR],
    ['Sat, 21 Nov 2026 11:00:00 GMT', undefined],
    ['soon', undefined],
    ['3600.5', 3_601_000],
    ['2026', 2_026_000],
    ['99999999999', 31 * 24 * HOUR],
  ] as const)('%s', ([header, expected]) => {
    expect(retryAfter(header, now)).toBe(expected);
  });
});
