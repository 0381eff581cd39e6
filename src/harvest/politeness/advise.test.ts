import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { advise, movedTo } from './advise.ts';
import { registrableDomain } from './registrableDomain.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const since = '2026-11-01T12:00:00Z' as Instant;
const path = 'sources/rios.md';
const feed = 'https://rios.example/feed';
const hop = (status: number, to: string, from = feed) => ({ status, from, to });

describe('where a feed has moved for good', () => {
  test.for([
    ['no redirect', [], undefined],
    ['301', [hop(301, 'https://rios.example/rss')], 'https://rios.example/rss'],
    ['308', [hop(308, 'https://rios.example/rss')], 'https://rios.example/rss'],
    ['302 is for today', [hop(302, 'https://rios.example/rss')], undefined],
    [
      'a chain',
      [hop(301, 'https://a.example/'), hop(308, 'https://b.example/')],
      'https://b.example/',
    ],
    [
      'as far as it is for good',
      [hop(301, 'https://a.example/'), hop(307, 'https://b.example/')],
      'https://a.example/',
    ],
    [
      'not after a detour',
      [hop(302, 'https://a.example/'), hop(301, 'https://b.example/')],
      undefined,
    ],
  ] as const)('%s', ([, hops, expected]) => {
    expect(movedTo(hops)).toBe(expected);
  });
});

describe('advice', () => {
  test('none for a source that answers from its address', () => {
    expect(advise({ feed }, { path, now })).toEqual([]);
  });
  test('a new address on the same domain is ready to be copied', () => {
    const moved = { to: 'https://www.rios.example/rss', since };
    expect(advise({ feed, moved }, { path, now })).toEqual([
      {
        kind: 'moved',
        values: { since: { day: '2026-11-01' }, to: 'https://www.rios.example/rss', file: path },
      },
    ]);
  });
  test('one on another domain is to be looked at first', () => {
    const moved = { to: 'https://elsewhere.example/rss', since };
    const [advice] = advise({ feed, moved }, { path, now });
    expect(advice?.kind).toBe('movedAway');
  });
  test.for([
    ['gone', 14, 1],
    ['missing', 14, 1],
    ['gone', 13, 0],
    ['missing', 13, 0],
    ['timeout', 100, 0],
  ] as const)('%s for %i days: %i to retire', ([code, days, expected]) => {
    const from = new Date(Date.parse(now) - days * 86_400_000).toISOString() as Instant;
    const advice = advise({ feed, failing: { since: from, times: 3, code } }, { path, now });
    expect(advice.filter(({ kind }) => kind === 'retire')).toHaveLength(expected);
  });
  test('a way that leads from https to http is said', () => {
    const [advice] = advise({ feed }, { path, now, hops: [hop(302, 'http://rios.example/rss')] });
    expect(advice?.kind).toBe('insecure');
  });
});

test.for([
  ['https://feeds.rios.example/x', 'rios.example'],
  ['https://www.bbc.co.uk/x', 'bbc.co.uk'],
  ['https://ana.blogspot.com/feed', 'ana.blogspot.com'],
  ['https://ana.github.io/feed', 'ana.github.io'],
  ['http://127.0.0.1:8080/x', '127.0.0.1:8080'],
  ['http://intranet:8080/x', 'intranet:8080'],
  ['http://[::1]:8080/x', '[::1]:8080'],
])('%s belongs to %s', ([address, domain]) => {
  expect(registrableDomain(address as string)).toBe(domain);
});
