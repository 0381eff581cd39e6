import { describe, expect, test } from 'vitest';
import type { RunLine } from '../model/desk/ledger/runLine.ts';
import type { Instant } from '../model/desk/time.ts';
import { openRunTally } from './runTally.ts';

const NOW = '2026-11-21T09:00:00Z' as Instant;
const run = (at: string): RunLine => ({
  at: at as Instant,
  what: 'run',
  run: 'before',
  sources: 1,
  answered: 1,
  fresh: 0,
  proposed: 1,
});
const item = (address: string, published?: string) => ({
  address,
  published: published as Instant | undefined,
});

describe('an item is fresh', () => {
  test.for([
    ['published after the run before', '2026-11-20T10:00:00Z', 1],
    ['published at the very moment of the run before', '2026-11-20T09:00:00Z', 0],
    ['published before it', '2026-11-20T08:59:00Z', 0],
    ['published now', NOW, 1],
    ['in another zone, after it', '2026-11-20T10:30:00+01:00', 1],
    ['dated ahead', '2026-11-21T09:00:01Z', 0],
    ['without a date', undefined, 0],
  ] as const)('or not: %s', ([, published, fresh]) => {
    const tally = openRunTally({ runs: [run('2026-11-20T09:00:00Z')], now: NOW });
    tally.add(true, [item('a', published)]);
    expect(tally.end()).toEqual({ answered: 1, fresh });
  });
});

test('without a run before, items of the last seven days are fresh', () => {
  const tally = openRunTally({ runs: [], now: NOW });
  tally.add(true, [item('a', '2026-11-14T09:00:01Z'), item('b', '2026-11-14T09:00:00Z')]);
  expect(tally.end().fresh).toBe(1);
});

test('the latest run before counts, in whatever order they are read, and none that comes later', () => {
  const runs = ['2026-11-20T09:00:00Z', '2026-11-10T09:00:00Z', '2026-11-22T09:00:00Z'].map(run);
  const tally = openRunTally({ runs, now: NOW });
  tally.add(true, [item('a', '2026-11-20T08:00:00Z'), item('b', '2026-11-20T10:00:00Z')]);
  expect(tally.end().fresh).toBe(1);
});

test('an address counts once, whoever brings it', () => {
  const tally = openRunTally({ runs: [], now: NOW });
  tally.add(true, [item('a', NOW), item('a', NOW)]);
  tally.add(true, [item('a', NOW), item('b', NOW)]);
  expect(tally.end()).toEqual({ answered: 2, fresh: 2 });
});

test('a source that fails counts neither as an answer nor with what it had', () => {
  const tally = openRunTally({ runs: [], now: NOW });
  tally.add(false, [item('a', NOW)]);
  expect(tally.end()).toEqual({ answered: 0, fresh: 0 });
});
