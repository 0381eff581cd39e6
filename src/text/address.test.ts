import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, itemId } from './address.ts';

describe('spellings of one address', () => {
  test.for([
    ['https://water.example/news/rain', 'https://water.example/news/rain'],
    ['http://water.example/news/rain', 'https://water.example/news/rain'],
    ['https://www.water.example/news/rain/', 'https://water.example/news/rain'],
    ['https://WWW.Water.Example./news//rain', 'https://water.example/news/rain'],
    ['https://m.water.example/news/rain', 'https://water.example/news/rain'],
    ['https://amp.water.example/news/rain/amp/', 'https://water.example/news/rain'],
    ['https://ana:secret@water.example:443/news/rain', 'https://water.example/news/rain'],
    ['https://water.example/news/rain#comments', 'https://water.example/news/rain'],
    ['https://water.example/news/rain/index.html', 'https://water.example/news/rain'],
    ['https://water.example/news/rain;jsessionid=0A1B?x=1', 'https://water.example/news/rain?x=1'],
    ['https://water.example/?utm_source=a&utm_medium=b', 'https://water.example'],
    ['https://water.example', 'https://water.example'],
    ['https://water.example/news?id=7&fbclid=x&p=2', 'https://water.example/news?id=7&p=2'],
    ['https://water.example/news?p=2&id=7', 'https://water.example/news?id=7&p=2'],
    ['https://water.example/news?ref=rss', 'https://water.example/news'],
    ['https://water.example/news?ref=main', 'https://water.example/news?ref=main'],
    ['https://water.example/ma%C3%B1ana/%7eana', 'https://water.example/ma%C3%B1ana/~ana'],
    ['https://water.example/mañana', 'https://water.example/ma%C3%B1ana'],
    ['https://water.example/app#!/rain', 'https://water.example/app#!/rain'],
    ['https://water.example:8443/news', 'https://water.example:8443/news'],
    [
      'https://www.google.com/url?q=https%3A%2F%2Fwater.example%2Frain&sa=U',
      'https://water.example/rain',
    ],
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwater.example%2Frain%3Ffbclid%3Dx',
      'https://water.example/rain',
    ],
    ['https://españa.example/x', 'https://xn--espaa-rta.example/x'],
    ['https://m.example/x', 'https://m.example/x'],
  ] as const)('%s is %s', ([written, canonical]) => {
    expect(canonicalAddress(written)).toBe(canonical);
  });
});

test('what tells pages apart stays', () => {
  const pages = [
    '?id=1',
    '?id=2',
    '?page=2',
    '?q=rain',
    '?v=a',
    '?story=1',
    '/1',
    '/2',
    '?source=12',
  ];
  expect(
    new Set(pages.map((page) => canonicalAddress(`https://water.example/news${page}`))).size,
  ).toBe(pages.length);
});

test('a canonical address is its own canonical form', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      const canonical = canonicalAddress(url);
      expect(canonicalAddress(canonical)).toBe(canonical);
    }),
    { seed: 2026, numRuns: 2000 },
  );
});

test('what is no address is an error of the caller', () => {
  expect(() => canonicalAddress('not an address')).toThrow(TypeError);
});

test('an id is the beginning of a SHA-256', () => {
  expect(itemId('https://water.example/rain')).toMatch(/^[0-9a-f]{12}$/);
  expect(itemId('https://water.example/rain')).toBe(
    itemId(canonicalAddress('http://www.water.example/rain/')),
  );
});
