import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AddressRules } from '../model/desk/addressRules.ts';
import { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { type DeskParts, deskFixture } from '../model/desk/deskFixture.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { PickEntry } from '../model/desk/pick.ts';
import { BUILT_IN_RULES } from '../model/desk/rules.ts';
import type { Instant } from '../model/desk/time.ts';
import { addressing } from '../text/address.ts';
import { known } from './known.ts';
import { restore } from './restore.ts';

const NOW = '2026-11-21T09:00:00Z' as Instant;
/** Two desks' rules: in one `cid` says where a reader came from, in the other which page it is. */
const DROPS = AddressRules.parse({ drop: ['cid'] });
const KEEPS = AddressRules.parse({ drop: [] });
const EDITS: [string, AddressRules, AddressRules][] = [
  ['a parameter comes to be dropped', KEEPS, DROPS],
  ['a parameter is dropped no more', DROPS, KEEPS],
  ['nothing changes', DROPS, DROPS],
  ['the host becomes an exception', DROPS, { ...DROPS, keep: { 'water.example': ['cid'] } }],
];

const URL_7 = 'https://water.example/a?cid=7';
const URL_8 = 'https://water.example/a?cid=8';

const desk = (rules: AddressRules, parts: DeskParts): Desk =>
  deskFixture({ rules: { ...BUILT_IN_RULES, addresses: rules }, ...parts });

function line(rules: AddressRules, event: ItemLine['event'], day: number, url = URL_7): ItemLine {
  const at = `2026-11-${String(day).padStart(2, '0')}T09:00:00Z` as Instant;
  const id = addressing(rules).id(url);
  return { at, id, event, source: 'water', title: 'A', url, language: 'en' };
}

function entry<T>(folder: string, data: T): Entry<T> {
  return { name: 'a', path: `${folder}/2026/11/a.md`, data, body: '', hash: '' };
}

const pick = (more: object) =>
  entry('picks', PickEntry.parse({ title: 'A', url: URL_7, language: 'en', ...more }));
const candidate = (more: object) =>
  entry(
    'candidates',
    Candidate.parse({
      title: 'A',
      url: URL_7,
      source: 'water',
      language: 'en',
      harvested: NOW,
      audience: 'all',
      score: 50,
      why: [{ signal: 'base', points: 50 }],
      ...more,
    }),
  );

/** Whether an item that comes with this address today is one that the desk has met. */
function meets(on: Desk, url: string): boolean {
  const { canonical, id } = addressing(on.rules.addresses);
  const { ids, addresses } = known(on);
  return ids.has(id(url)) || addresses.has(canonical(url));
}

describe.for(EDITS)('when %s', ([, before, after]) => {
  const id = addressing(before).id(URL_7);
  test.for<[what: string, DeskParts]>([
    ['waits as a candidate', { candidates: [candidate({ id })] }],
    ['was picked', { picks: [pick({ id })] }],
    ['was picked by hand, without an id', { picks: [pick({})] }],
    [
      'stood in another source',
      {
        picks: [pick({ id, url: 'https://b.example', alsoIn: [{ source: 'water', url: URL_7 }] })],
      },
    ],
    ['was dropped', { ledger: [line(before, 'proposed', 1), line(before, 'drop', 2)] }],
    ['was kept, and its file is gone', { ledger: [line(before, 'keep', 2)] }],
    ['expired', { ledger: [line(before, 'proposed', 1), line(before, 'expire', 2)] }],
    ['was taken down', { ledger: [line(before, 'takedown', 2), line(before, 'restore', 3)] }],
    [
      'was restored and dropped again',
      {
        ledger: [line(before, 'drop', 1), line(before, 'restore', 2), line(before, 'drop', 3)],
      },
    ],
  ])('what %s stays known', ([, parts]) => {
    expect(meets(desk(after, parts), URL_7)).toBe(true);
  });

  test('what was dropped can be restored by its address and by its id, and comes again', () => {
    const ledger = [line(before, 'proposed', 1), line(before, 'drop', 2)];
    for (const which of [id, 'http://www.water.example/a/?cid=7']) {
      const { lines } = restore(desk(after, { ledger }), which, { now: NOW });
      expect(lines).toMatchObject([{ id, event: 'restore' }]);
      expect(meets(desk(after, { ledger: [...ledger, ...lines] }), URL_7)).toBe(false);
    }
  });

  test('what was taken down cannot be restored', () => {
    const on = desk(after, { ledger: [line(before, 'takedown', 2)] });
    expect(() => restore(on, URL_7, { now: NOW })).toThrow(
      expect.objectContaining({ code: 'ledger/taken-down' }),
    );
  });

  test('what is proposed again after a restore, under its new id, can be dropped for good', () => {
    const ledger = [line(before, 'drop', 1), line(before, 'restore', 2), line(after, 'drop', 3)];
    expect(meets(desk(after, { ledger }), URL_7)).toBe(true);
    expect(meets(desk(before, { ledger }), URL_7)).toBe(true);
  });
});

describe('when two addresses become one', () => {
  const seven = line(KEEPS, 'drop', 2);

  test('a decision on either is a decision on both', () => {
    expect(meets(desk(DROPS, { ledger: [seven] }), URL_8)).toBe(true);
    expect(meets(desk(KEEPS, { ledger: [seven] }), URL_8)).toBe(false);
  });
  test('to restore one is to restore both', () => {
    const ledger = [seven, line(KEEPS, 'drop', 3, URL_8)];
    const { lines } = restore(desk(DROPS, { ledger }), URL_7, { now: NOW });
    const after = [...ledger, ...lines];
    expect([URL_7, URL_8].map((url) => meets(desk(DROPS, { ledger: after }), url))).toEqual([
      false,
      false,
    ]);
  });
  test('a takedown of either is final for both', () => {
    const ledger = [line(KEEPS, 'takedown', 1), line(KEEPS, 'restore', 3, URL_8)];
    expect(meets(desk(DROPS, { ledger }), URL_8)).toBe(true);
    expect(() => restore(desk(DROPS, { ledger }), URL_8, { now: NOW })).toThrow(
      expect.objectContaining({ code: 'ledger/taken-down' }),
    );
  });
});

test('every spelling under which an item was met is known, also where a later rule tells them apart', () => {
  const seven = line(DROPS, 'proposed', 1);
  const eight = { ...line(DROPS, 'drop', 3, URL_8) };
  expect(seven.id).toBe(eight.id);
  const on = desk(KEEPS, { ledger: [seven, eight] });
  expect([URL_7, URL_8].map((url) => meets(on, url))).toEqual([true, true]);
});

test('lines are a set: their order in the files decides nothing, also where one joins two histories', () => {
  const ledger = [
    line(KEEPS, 'drop', 1),
    { ...line(KEEPS, 'drop', 1), url: URL_8 },
    line(DROPS, 'drop', 2),
    line(KEEPS, 'drop', 3, URL_8),
    line(DROPS, 'restore', 4, URL_8),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(KEEPS, DROPS),
      fc.shuffledSubarray(ledger, { minLength: 5 }),
      (rules, order) => {
        const { ids, addresses } = known(desk(rules, { ledger: order }));
        expect([ids.size, addresses.size]).toEqual([0, 0]);
      },
    ),
    { seed: 2026, numRuns: 240 },
  );
});
