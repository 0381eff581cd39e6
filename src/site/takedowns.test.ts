import { describe, expect, test } from 'vitest';
import { AddressRules, DEFAULT_ADDRESS_RULES } from '../model/desk/addressRules.ts';
import type { ItemEvent, ItemLine } from '../model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../model/desk/ledger/ledger.ts';
import { BUILT_IN_RULES } from '../model/desk/rules.ts';
import type { Instant } from '../model/desk/time.ts';
import { addressing } from '../text/address.ts';
import { mintedId, takedowns } from './takedowns.ts';

const DROPS = AddressRules.parse({ drop: ['cid'] });
const KEEPS = AddressRules.parse({ drop: [] });
const url = 'https://water.example/a?cid=7';

function line(rules: AddressRules, event: ItemEvent, day: string): ItemLine {
  const at = `2026-11-${day}T09:00:00Z` as Instant;
  return { at, id: addressing(rules).id(url), event, source: 'a', title: 'A', url, language: 'en' };
}

describe.for([
  ['as they were', DROPS, DROPS],
  ['dropping a parameter since', KEEPS, DROPS],
  ['dropping a parameter no more', DROPS, KEEPS],
] as const)('with rules %s, what was taken down stays down', ([, before, after]) => {
  const ledger = [line(before, 'takedown', '02'), line(before, 'restore', '03')];
  const gone = takedowns({
    ledger: ledgerOf(ledger),
    rules: { ...BUILT_IN_RULES, addresses: after },
  });
  test.for([
    ['by its id', { id: addressing(before).id(url), url: 'https://elsewhere.example/x' }],
    ['by its address, without an id', { url }],
    ['by its address in another spelling', { url: 'http://www.water.example/a/?cid=7#top' }],
    ['under an id of other rules', { id: addressing(after).id(url), url }],
  ] as const)('%s', ([, thing]) => {
    expect(gone(thing)).toBe(true);
  });
  test('and nothing else', () => {
    expect(gone({ id: 'ffffffffffff', url: 'https://water.example/b' })).toBe(false);
  });
});

test('the id of a pick that has none is the same under any rules', () => {
  expect(mintedId(url)).toBe(addressing(DEFAULT_ADDRESS_RULES).id(url));
});
