import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AddressRules, DEFAULT_ADDRESS_RULES } from '../model/desk/addressRules.ts';
import { addressing, itemId } from './address.ts';

const { canonical, id } = addressing(DEFAULT_ADDRESS_RULES);

describe('spellings of one address', () => {
  test.for([
    ['https://water.example/news/rain', 'https://water.example/news/rain'],
    ['http://water.example/news/rain', 'https://water.example/news/rain'],
    ['https://www.water.example/news/rain/', 'https://water.example/news/rain'],
    ['https://WWW.Water.Example./news//rain', 'https://water.example/news/rain'],
    ['https://m.water.example/news/rain', 'https://water.example/news/rain'],
    ['https://amp.water.example/news/rain/amp/', 'https://water.example/news/rain'],
    ['https://water.example/news/rain?amp=1', 'https://water.example/news/rain'],
    ['https://ana:secret@water.example:443/news/rain', 'https://water.example/news/rain'],
    ['https://water.example/news/rain#comments', 'https://water.example/news/rain'],
    ['https://water.example/news/rain/index.html', 'https://water.example/news/rain'],
    ['https://water.example/news/rain;jsessionid=0A1B?x=1', 'https://water.example/news/rain?x=1'],
    ['https://water.example/?utm_source=a&utm_medium=b', 'https://water.example'],
    ['https://water.example', 'https://water.example'],
    ['https://water.example/?q=a+b:c', 'https://water.example?q=a%20b%3Ac'],
    ['https://water.example/?q=a%20b%3ac', 'https://water.example?q=a%20b%3Ac'],
    ['https://water.example/?q=lluvia%C3%A1', 'https://water.example?q=lluvia%C3%A1'],
    ['https://water.example/?a&&b=', 'https://water.example?a&b'],
    ['https://water.example/news?id=7&fbclid=x&p=2', 'https://water.example/news?id=7&p=2'],
    ['https://water.example/news?p=2&id=7', 'https://water.example/news?id=7&p=2'],
    ['https://water.example/news?UTM_Source=x', 'https://water.example/news'],
    ['https://water.example/news?ref=rss', 'https://water.example/news'],
    ['https://water.example/news?ref=main', 'https://water.example/news?ref=main'],
    ['https://water.example/news?ref=progress', 'https://water.example/news?ref=progress'],
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
    ['https://www.google.es/amp/s/water.example/rain', 'https://water.example/rain'],
    [
      'https://water-example.cdn.ampproject.org/c/s/www.water.example/rain/amp?usqp=mq33',
      'https://water.example/rain',
    ],
    ['https://www.google.com/amp/s/settings', 'https://google.com/amp/s/settings'],
    ['https://españa.example/x', 'https://xn--espaa-rta.example/x'],
    ['https://m.example/x', 'https://m.example/x'],
  ] as const)('%s is %s', ([written, expected]) => {
    expect(canonical(written)).toBe(expected);
  });
});

describe('a desk’s own rules', () => {
  const of = (rules: object) => addressing(AddressRules.parse(rules)).canonical;

  test.for([
    [{ drop: ['boletin'] }, '?boletin=3&utm_source=x', '?utm_source=x'],
    [{ drop: ['Bol_*'] }, '?BOL_dia=3&bolsa=1', '?bolsa=1'],
    [{ ambiguous: ['desde'] }, '?desde=rss&ref=rss', '?ref=rss'],
    [{ origins: ['hoja'] }, '?ref=hoja-7&src=rss', '?src=rss'],
    [{ origins: [] }, '?ref=rss', '?ref=rss'],
    [{ keep: { 'water.example': ['cid'] } }, '?cid=3&via=x', '?cid=3'],
    [{ keep: { 'WWW.Water.example': ['CID'] } }, '?cid=3', '?cid=3'],
    [{ keep: { 'water.example': ['ref'] } }, '?ref=rss', '?ref=rss'],
    [{ keep: { 'other.example': ['cid'] } }, '?cid=3', ''],
    [{ keep: { 'er.example': ['cid'] } }, '?cid=3', ''],
  ] as const)('%j leave of %s: "%s"', ([rules, query, left]) => {
    expect(of(rules)(`https://www.water.example/a${query}`)).toBe(`https://water.example/a${left}`);
  });

  test('an exception for a host holds for those below it', () => {
    const rules = of({ keep: { 'water.example': ['cid'] } });
    expect(rules('https://news.water.example/a?cid=3')).toBe('https://news.water.example/a?cid=3');
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
    '?q=%FF',
    '?q=%F0%9F',
    '?q=a%26b',
    '?q=100%25',
  ];
  expect(new Set(pages.map((page) => canonical(`https://water.example/news${page}`))).size).toBe(
    pages.length,
  );
});

test('a canonical address is its own canonical form', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      expect(canonical(canonical(url))).toBe(canonical(url));
    }),
    { seed: 2026, numRuns: 2000 },
  );
});

test('what is no address is an error of the caller', () => {
  expect(() => canonical('not an address')).toThrow(TypeError);
});

test('an id is the beginning of a SHA-256 of the canonical address', () => {
  expect(id('http://www.water.example/rain/')).toMatch(/^[0-9a-f]{12}$/);
  expect(id('http://www.water.example/rain/')).toBe(itemId('https://water.example/rain'));
});

test('an address of many segments loses those at its end alone', () => {
  const long = `https://water.example${'/amp'.repeat(1_000)}/x`;
  expect(canonical(`${long}/amp/index.html/amp/`)).toBe(long);
});
