import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_ADDRESS_RULES } from '../model/desk/addressRules.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import { addressing, itemId } from '../text/address.ts';
import { openSieve, type SieveOptions } from './openSieve.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const known = { ids: new Set(''), addresses: new Set(''), endings: new Set('') };
const options: SieveOptions = { known, now, lookBack: 90 };
const OLD = '2026-08-01T12:00:00Z' as Instant;
const { canonical } = addressing(DEFAULT_ADDRESS_RULES);

function item(source: string, url: string, more: Partial<Item> = {}): Item {
  const address = canonical(url);
  return {
    id: itemId(address),
    title: url.split('/').at(-1) ?? url,
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

/** What a sieve gives for answers that come in this order. */
function sift(answers: readonly (readonly Item[])[], changed: Partial<SieveOptions> = {}) {
  const sieve = openSieve({ ...options, ...changed });
  for (const items of answers) sieve.add(items);
  return sieve.end();
}

describe('what is left out', () => {
  test.for([
    [
      'an id that is known',
      {},
      { ...known, ids: new Set([itemId('https://water.example/a')]) },
      'known',
    ],
    [
      'an address that is known',
      { id: 'ffffffffffff' },
      { ...known, addresses: new Set(['https://water.example/a']) },
      'known',
    ],
    [
      'an item of a file that cannot be read',
      { id: 'abcdef012345' },
      { ...known, endings: new Set(['abcdef']) },
      'known',
    ],
    [
      'known and old at once',
      { published: OLD },
      { ...known, ids: new Set([itemId('https://water.example/a')]) },
      'known',
    ],
    ['a date two days ahead', { published: '2026-11-23T13:00:00Z' as Instant }, known, 'future'],
    ['a date within a day ahead', { published: '2026-11-22T11:00:00Z' as Instant }, known, 'fresh'],
    ['older than the desk looks back', { published: OLD }, known, 'tooOld'],
    ['no date', { published: undefined }, known, 'fresh'],
  ] as const)('%s', ([, more, met, outcome]) => {
    const { fresh, filtered } = sift([[item('a', 'https://water.example/a', more)]], {
      known: met,
    });
    const said = [...fresh.map(() => 'fresh'), ...filtered.map((one) => one.outcome)];
    expect(said).toEqual([outcome]);
  });
});

describe('a list of items is spent', () => {
  const met = { ...known, ids: new Set([itemId('https://water.example/met')]) };
  const one = {
    met: item('a', 'https://water.example/met'),
    old: item('a', 'https://water.example/old', { published: OLD }),
    fresh: item('a', 'https://water.example/fresh'),
    ahead: item('a', 'https://water.example/ahead', {
      published: '2026-12-01T00:00:00Z' as Instant,
    }),
  };
  test.for([
    ['when it is empty', [], true],
    ['when all are known or old', [one.met, one.old], true],
    ['not with one that is new', [one.met, one.fresh], false],
    ['not with one dated ahead, whose day will come', [one.met, one.ahead], false],
    ['not with one that another source leads, which may be gone next time', [one.fresh], false],
  ] as const)('%s', ([, items, spent]) => {
    const sieve = openSieve({ ...options, known: met });
    sieve.add([item('b', 'https://water.example/fresh', { text: 'longer' })]);
    expect(sieve.hasNothingNew(items)).toBe(spent);
  });
});

describe('copies of one address', () => {
  const zinc = item('zinc', 'https://water.example/a', { text: 'short' });
  const moss = item('moss', 'http://www.water.example/a/?utm_source=moss', { text: 'short' });
  const alga = item('alga', 'https://m.water.example/a', { text: '' });

  test('the longest text leads, then the first name; the rest say who and where', () => {
    const { fresh, filtered, alsoIn } = sift([[zinc], [moss], [alga]]);
    expect(fresh).toEqual([moss]);
    expect(filtered.map(({ source, outcome, detail }) => [source, outcome, detail])).toEqual([
      ['alga', 'duplicate', 'moss'],
      ['zinc', 'duplicate', 'moss'],
    ]);
    expect(alsoIn.get(moss.id)).toEqual([
      { source: 'alga', url: 'https://m.water.example/a' },
      { source: 'zinc', url: 'https://water.example/a' },
    ]);
  });

  test('in one feed the first leads, and no other place is named', () => {
    const twice = [
      item('a', 'https://water.example/a', { title: 'one' }),
      item('a', 'https://water.example/a#2', { title: 'two' }),
    ];
    const { fresh, filtered, alsoIn } = sift([twice]);
    expect([fresh[0]?.title, filtered[0]?.outcome, alsoIn.size]).toEqual(['one', 'duplicate', 0]);
  });

  test('of several in another feed the first is named', () => {
    const again = item('zinc', 'https://water.example/a?ref=rss', { text: 'x' });
    const { alsoIn } = sift([[moss], [zinc, again]]);
    expect(alsoIn.get(moss.id)).toEqual([{ source: 'zinc', url: zinc.url }]);
  });

  test('a copy that is too old does not lead', () => {
    const old = item('a', 'https://water.example/a', { text: 'the fullest', published: OLD });
    const { fresh, filtered, alsoIn } = sift([[old], [zinc]]);
    expect([fresh, filtered.map((one) => one.outcome), alsoIn.size]).toEqual([
      [zinc],
      ['tooOld'],
      0,
    ]);
  });
});

test('what it gives does not depend on the order in which the sources answer', () => {
  const answers = ['a', 'b', 'c', 'd'].map((source, at) =>
    Array.from({ length: 60 }, (_, n) =>
      item(source, `https://water.example/${(n * (at + 3)) % 70}${n % 2 ? '' : '?utm_medium=x'}`, {
        title: `${source} ${n}`,
        text: 'x'.repeat((n * 7 + at) % 5),
        published: n % 9 === 0 ? OLD : n % 7 === 0 ? undefined : now,
      }),
    ),
  );
  const met = { ...known, ids: new Set([answers[0]?.[5]?.id ?? '']) };
  const expected = sift(answers, { known: met });
  expect(expected.fresh.length).toBeGreaterThan(40);
  expect(expected.alsoIn.size).toBeGreaterThan(20);
  fc.assert(
    fc.property(fc.shuffledSubarray(answers, { minLength: 4 }), (order) => {
      const given = sift(order, { known: met });
      expect(given).toEqual(expected);
      expect([...given.alsoIn]).toEqual([...expected.alsoIn]);
    }),
    { seed: 2026, numRuns: 24 },
  );
});

test('every item comes out exactly once', () => {
  const items = Array.from({ length: 300 }, (_, n) =>
    item(`s${n % 3}`, `https://water.example/${n % 120}`, {
      published: n % 7 === 0 ? undefined : n % 5 === 0 ? OLD : now,
    }),
  );
  const met = { ...known, ids: new Set([items[5]?.id ?? '']) };
  const { fresh, filtered } = sift([items], { known: met });
  expect(fresh.length + filtered.length).toBe(items.length);
  expect(new Set(fresh.map(({ id }) => id)).size).toBe(fresh.length);
});
