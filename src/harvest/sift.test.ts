import { describe, expect, test } from 'vitest';
import type { Item } from '../model/item.ts';
import type { Instant } from '../model/time.ts';
import { canonicalAddress, itemId } from '../text/address.ts';
import { type SiftOptions, sift } from './sift.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const options: SiftOptions = { known: new Set(), knownUrls: [], now, lookBack: 90 };

function item(source: string, url: string, more: Partial<Item> = {}): Item {
  const address = canonicalAddress(url);
  const title = url.split('/').at(-1) ?? url;
  return {
    id: itemId(address),
    title,
    url,
    address,
    source,
    language: 'es',
    harvested: now,
    html: '',
    text: '',
    categories: [],
    published: '2026-11-20T12:00:00Z' as Instant,
    ...more,
  };
}

describe('what is left out', () => {
  test.for([
    ['an id that is known', {}, { known: new Set([itemId('https://water.example/a')]) }, 'known'],
    [
      'an address that is known, in another spelling',
      {},
      { knownUrls: ['http://www.water.example/a/?utm_source=x'] },
      'known',
    ],
    ['a date two days ahead', { published: '2026-11-23T13:00:00Z' as Instant }, {}, 'future'],
    ['a date within a day ahead', { published: '2026-11-22T11:00:00Z' as Instant }, {}, undefined],
    [
      'older than the desk looks back',
      { published: '2026-08-01T12:00:00Z' as Instant },
      {},
      'tooOld',
    ],
    ['no date', { published: undefined }, {}, undefined],
  ] as const)('%s', ([, more, changed, outcome]) => {
    const { fresh, sifted } = sift([item('a', 'https://water.example/a', more)], {
      ...options,
      ...changed,
    });
    expect(sifted.map((one) => one.outcome)).toEqual(outcome === undefined ? [] : [outcome]);
    expect(fresh.length).toBe(outcome === undefined ? 1 : 0);
  });
});

describe('copies of one address', () => {
  const copies = [
    item('zinc', 'https://water.example/a', { text: 'short' }),
    item('moss', 'http://www.water.example/a/?utm_source=moss', { text: 'short' }),
    item('alga', 'https://m.water.example/a', { text: '' }),
  ];

  test('the longest text leads, then the first name; the rest say who and where', () => {
    const { fresh, sifted, alsoIn } = sift(copies, options);
    expect(fresh.map(({ source }) => source)).toEqual(['moss']);
    expect(sifted.map(({ source, outcome, detail }) => [source, outcome, detail])).toEqual([
      ['zinc', 'duplicate', 'moss'],
      ['alga', 'duplicate', 'moss'],
    ]);
    expect(alsoIn.get(fresh[0]?.id ?? '')).toEqual([
      { source: 'alga', url: 'https://m.water.example/a' },
      { source: 'zinc', url: 'https://water.example/a' },
    ]);
  });

  test('whatever the order of the sources', () => {
    for (const order of [
      copies.toReversed(),
      [copies[1], copies[2], copies[0]].filter((one) => one !== undefined),
    ]) {
      expect(sift(order, options).fresh).toEqual(sift(copies, options).fresh);
      expect(sift(order, options).alsoIn).toEqual(sift(copies, options).alsoIn);
    }
  });

  test('in one feed the first leads, and no other place is named', () => {
    const twice = [
      item('a', 'https://water.example/a', { title: 'one' }),
      item('a', 'https://water.example/a#2', { title: 'two' }),
    ];
    const { fresh, sifted, alsoIn } = sift(twice, options);
    expect([fresh[0]?.title, sifted[0]?.outcome, alsoIn.size]).toEqual(['one', 'duplicate', 0]);
  });
});

test('every item comes out exactly once', () => {
  const items = Array.from({ length: 300 }, (_, n) =>
    item(`s${n % 3}`, `https://water.example/${n % 120}`, {
      published:
        n % 7 === 0
          ? undefined
          : (`2026-${String((n % 12) + 1).padStart(2, '0')}-15T00:00:00Z` as Instant),
    }),
  );
  const { fresh, sifted } = sift(items, {
    ...options,
    known: new Set([items[5]?.id ?? '']),
  });
  expect(fresh.length + sifted.length).toBe(items.length);
  expect(new Set(fresh.map(({ id }) => id)).size).toBe(fresh.length);
});
