import { describe, expect, test } from 'vitest';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import type { Instant } from '../model/desk/time.ts';
import { linkDriftDetector } from './linkDriftDetector.ts';

const links = (count: number, host: string) =>
  Array.from({ length: count }, (_, n) => ({ url: `https://${host}/${n}` }));

/** What was proposed of the source `rivers`, the oldest first. */
function ledger(urls: readonly { url: string }[], source = 'rivers'): ItemLine[] {
  return urls.map(({ url }, n) => ({
    at: `2026-10-${String(n + 1).padStart(2, '0')}T09:00:00Z` as Instant,
    id: '0123456789ab',
    event: 'proposed',
    source,
    title: 'A',
    url,
    language: 'es',
  }));
}

const before = links(10, 'www.rivers.example');

describe('of a source whose links led to one domain', () => {
  test.for([
    ['another domain', links(10, 'casino.example'), true],
    ['nine of ten elsewhere', [...links(9, 'casino.example'), ...links(1, 'rivers.example')], true],
    ['eight of ten', [...links(8, 'casino.example'), ...links(2, 'rivers.example')], false],
    ['a subdomain', links(10, 'news.rivers.example'), false],
    ['too few to say', links(4, 'casino.example'), false],
  ] as const)('%s is flagged: %s', ([, items, flagged]) => {
    const advice = linkDriftDetector(ledger(before))('rivers', items);
    expect(advice?.kind).toBe(flagged ? 'linksElsewhere' : undefined);
  });

  test('it is said where they led, and where the first leads now', () => {
    expect(linkDriftDetector(ledger(before))('rivers', links(6, 'casino.example'))).toEqual({
      kind: 'linksElsewhere',
      values: { n: 6, of: 6, domain: 'rivers.example', example: 'https://casino.example/0' },
    });
  });

  test('until more than a fifth of its last proposals lead there, which people have seen', () => {
    const moved = (count: number) =>
      linkDriftDetector(ledger([...before, ...links(count, 'rios.example')]))(
        'rivers',
        links(10, 'rios.example'),
      );
    expect(moved(2)?.kind).toBe('linksElsewhere');
    expect(moved(3)).toBeUndefined();
    expect(moved(16)).toBeUndefined();
  });
});

describe('nothing is said', () => {
  test.for([
    [
      'of a source that links to everybody',
      ledger(before.map((_, n) => ({ url: `https://a${n}.example` }))),
    ],
    ['of one that proposed too little', ledger(before.slice(0, 4))],
    ['for what another source did', ledger(before, 'other')],
    ['of a new one', []],
  ] as const)('%s', ([, past]) => {
    expect(linkDriftDetector(past)('rivers', links(10, 'casino.example'))).toBeUndefined();
  });
});
