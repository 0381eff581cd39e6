import { describe, expect, test } from 'vitest';
import { adviceText } from '../i18n/adviceText.ts';
import type { Entry } from '../model/desk/desk.ts';
import type { ItemEvent, ItemLine } from '../model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../model/desk/ledger/ledger.ts';
import { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { SourceMemory } from '../model/run/sourceMemory.ts';
import { health } from './health.ts';

const NOW = '2026-11-21T09:00:00Z' as Instant;
const FEED = 'https://rios.example/feed';
const ago = (days: number) =>
  new Date(Date.parse(NOW) - days * 86_400_000).toISOString() as Instant;

function source(data: Partial<Source> = {}): Entry<Source> {
  return {
    name: 'rios',
    path: 'sources/rios.md',
    body: '',
    hash: '',
    data: Source.parse({ title: 'Ríos', feed: FEED, language: 'es', ...data }),
  };
}

/** A source that was read today, with items published so many days ago. */
function memory(
  published: number[] = [1, 4, 7, 10, 13],
  more: Partial<SourceMemory> = {},
): SourceMemory {
  const items = published.map((days, n) => ({ id: `${n}`, address: `${n}`, published: ago(days) }));
  return { feed: FEED, lastAsked: NOW, lastSuccess: NOW, items, ...more };
}

const decisions = (counts: Partial<Record<ItemEvent, number>>): ItemLine[] =>
  Object.entries(counts).flatMap(([event, count]) =>
    Array.from({ length: count }, (_, n) => `${event}${n}`).flatMap((id) =>
      ['proposed', event].map(
        (event, n) => ({ id, event, source: 'rios', at: ago(9 - n) }) as ItemLine,
      ),
    ),
  );

function healthOf(
  remembered: SourceMemory | undefined,
  { data = {}, ledger = [] }: { data?: Partial<Source>; ledger?: ItemLine[] } = {},
) {
  const memories = new Map(remembered && [['rios', remembered]]);
  const [one] = health({ sources: [source(data)], ledger: ledgerOf(ledger) }, memories, {
    now: NOW,
    folder: 'content',
  });
  if (one === undefined) throw new Error('no source');
  return one;
}

describe('what a person might do about a source', () => {
  const failing = (code: 'timeout' | 'gone' | 'missing', times: number, days: number) => ({
    failing: { code, times, since: ago(days) },
  });
  const asked = (days: number) => ({ lastAsked: ago(days), lastSuccess: ago(days) });
  const moved = (to: string) => ({ moved: { to, since: ago(3) } });
  test.for([
    ['read and regular', memory(), {}, 'fine', /^$/],
    ['never read', undefined, {}, 'unknown', /^$/],
    ['failed twice', memory([1], failing('timeout', 2, 1)), {}, 'fine', /^$/],
    [
      'failing',
      memory([1], failing('timeout', 3, 2)),
      {},
      'look',
      /failed 3 times in a row since 19 November 2026 \(timeout\)/,
    ],
    [
      'gone for a fortnight',
      memory([20], failing('gone', 9, 15)),
      {},
      'retire',
      /content\/sources\/rios\.md/,
    ],
    ['missing for a week', memory([20], failing('missing', 9, 7)), {}, 'look', /\(missing\)/],
    [
      'moved',
      memory([1], moved('https://rios.example/new')),
      {},
      'move',
      /feed: "https:\/\/rios\.example\/new"/,
    ],
    [
      'moved to another domain',
      memory([1], moved('https://mar.example/x')),
      {},
      'move',
      /another domain/,
    ],
    [
      'quiet',
      memory([40, 43, 46, 49, 52]),
      {},
      'look',
      /quiet for 40 days and used to publish every 3 days/,
    ],
    ['quiet, as it has been before', memory([40, 43, 46, 76, 79]), {}, 'fine', /^$/],
    ['quiet for less than a fortnight', memory([13, 13.1, 13.2, 13.3]), {}, 'fine', /^$/],
    ['silent for a year', memory([366]), {}, 'retire', /nothing since 20 November 2025/],
    [
      'retired',
      memory([366], failing('gone', 9, 90)),
      { data: { state: 'retired' } },
      'retired',
      /^$/,
    ],
    [
      'of which nothing is kept',
      memory(),
      { ledger: decisions({ drop: 40, expire: 15 }) },
      'retire',
      /^All 40 items/,
    ],
    [
      'that nobody decided on',
      memory(),
      { ledger: decisions({ drop: 5, expire: 60 }) },
      'fine',
      /^$/,
    ],
    ['without items', memory([]), {}, 'look', /^Its feed has no items\..+https:\/\/rios/],
    [
      'never read, and so without items',
      memory([], { lastSuccess: undefined, ...failing('timeout', 1, 0) }),
      {},
      'fine',
      /^$/,
    ],
    ['failed often in an hour', memory([1], failing('timeout', 3, 0.05)), {}, 'fine', /^$/],
    [
      'daily, and asked before a holiday',
      memory([60, 61, 62, 63], asked(60)),
      {},
      'unknown',
      /not been asked since 22 September 2026.+npm run harvest/,
    ],
    ['daily, and asked a week ago', memory([7, 8, 9, 10], asked(7)), {}, 'fine', /^$/],
    [
      'daily, with answers until it failed',
      memory([30, 31, 32, 33], { lastSuccess: ago(30), ...failing('timeout', 2, 1) }),
      {},
      'fine',
      /^$/,
    ],
    [
      'missing once, before a holiday',
      memory([60], { ...asked(60), ...failing('missing', 1, 60) }),
      {},
      'unknown',
      /22 September 2026/,
    ],
    ['wished to be left alone', memory([20], { ...asked(20), next: ago(-5) }), {}, 'fine', /^$/],
    [
      'of which little is kept',
      memory(),
      { ledger: decisions({ drop: 45, keep: 1 }) },
      'fine',
      /^$/,
    ],
    [
      'of which much is kept',
      memory(),
      { ledger: decisions({ keep: 12, drop: 3 }) },
      'trust',
      /^12 of the 15 items/,
    ],
    [
      'trusted already',
      memory(),
      { data: { state: 'trusted' }, ledger: decisions({ keep: 15 }) },
      'fine',
      /^$/,
    ],
    ['of which little is known', memory(), { ledger: decisions({ keep: 11 }) }, 'fine', /^$/],
  ] as const)('that is %s', ([, remembered, about, action, advice]) => {
    const reported = healthOf(remembered, about);
    expect(reported.action).toBe(action);
    expect(reported.advice ? adviceText(reported.advice, 'en') : '').toMatch(advice);
    expect(reported.needed).toBe(['look', 'move', 'retire'].includes(action));
  });
});

describe('how a source does', () => {
  test('is told with what is remembered of it and what came of it', () => {
    const about = { data: { topics: ['agua'] }, ledger: decisions({ keep: 1, drop: 1 }) };
    expect(
      healthOf(memory(undefined, { failing: { code: 'timeout', times: 1, since: NOW } }), about),
    ).toEqual({
      source: 'rios',
      file: 'content/sources/rios.md',
      title: 'Ríos',
      state: 'trial',
      feed: FEED,
      topics: ['agua'],
      action: 'fine',
      needed: false,
      lastAsked: NOW,
      lastSuccess: NOW,
      newest: ago(1),
      quietDays: 1,
      usualDays: 3,
      failing: { code: 'timeout', times: 1, since: NOW },
      yield: {
        proposed: 2,
        kept: 1,
        dropped: 1,
        expired: 0,
        takenDown: 0,
        waiting: 0,
        shareKept: 0.5,
      },
    });
  });
  test('is not known of a source whose feed has changed since', () => {
    const reported = healthOf(memory([1], { feed: 'https://rios.example/old' }));
    expect(reported).toMatchObject({ action: 'unknown', lastAsked: undefined });
  });
});
