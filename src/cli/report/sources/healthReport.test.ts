import { describe, expect, test } from 'vitest';
import { commandWords } from '../../../i18n/commandWords.ts';
import type { Instant } from '../../../model/desk/time.ts';
import { ACTIONS, type SourceHealth } from '../../../model/run/sourceHealth.ts';
import { healthLine, healthTable } from './healthReport.ts';

const READER = { form: 'npm', speech: commandWords('en') } as const;
const NOW = '2026-11-21T09:00:00Z' as Instant;
const NOTHING = { proposed: 0, kept: 0, dropped: 0, expired: 0, takenDown: 0, waiting: 0 };
const healthOf = (source: string, more: Partial<SourceHealth> = {}): SourceHealth => ({
  source,
  file: `content/sources/${source}.md`,
  title: source,
  state: 'trial',
  feed: 'https://rios.example/feed',
  topics: [],
  action: 'fine',
  needed: false,
  yield: NOTHING,
  ...more,
});
const row = (more: Partial<SourceHealth>) =>
  healthTable([healthOf('rios', more)], NOW, READER)
    .split('\n')[1]
    ?.split(/ {2,}/)
    .slice(2);

describe('a row says', () => {
  test.for([
    ['nothing, of a source that was never asked', {}, ['-', '-', '-']],
    ['that it was asked and never answered', { lastAsked: NOW }, ['never', '-', '-']],
    [
      'when it answered, when it published and how often, and what was kept',
      {
        lastSuccess: '2026-11-20T08:00:00Z' as Instant,
        newest: '2026-11-18T08:00:00Z' as Instant,
        usualDays: 2.6,
        yield: { ...NOTHING, proposed: 15, kept: 12 },
      },
      ['1 day ago', '3 days ago (every 3 days)', '12 of 15'],
    ],
    ['that it publishes every day', { newest: NOW, usualDays: 1.2 }, ['-', 'today (daily)', '-']],
    ['that it publishes much', { newest: NOW, usualDays: 0.1 }, ['-', 'today (many a day)', '-']],
  ] as const)('%s', ([, more, cells]) => {
    expect(row(more)).toEqual(cells);
  });
});

test('the table fits 80 columns, whatever the names and the advice', () => {
  const word = 'https://rios.example/a-long-address-of-a-feed-that-has-moved';
  const feed = Array.from({ length: 9 }, () => word).join(' ');
  const rows = ['a', 'n'.repeat(22), 'n'.repeat(80)].map((name) =>
    healthOf(name, {
      state: 'trusted',
      lastSuccess: '2020-01-01T00:00:00Z' as Instant,
      newest: '2020-01-01T00:00:00Z' as Instant,
      usualDays: 120,
      yield: { ...NOTHING, proposed: 140, kept: 120 },
      action: 'look',
      advice: { code: 'health/empty', values: { feed } },
    }),
  );
  const lines = healthTable(rows, NOW, READER).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(lines.filter((line) => line.includes(word))).toHaveLength(3 * 9);
});

test('those that need a person come first', () => {
  const rows = [
    healthOf('a'),
    healthOf('b', { action: 'look' }),
    healthOf('c', { action: 'retire' }),
  ];
  const names = healthTable(rows, NOW, READER)
    .split('\n')
    .map((line) => line[0]);
  expect(names).toEqual(['s', 'c', 'b', 'a']);
});

test('the closing line counts every source once', () => {
  const line = healthLine(
    ACTIONS.map((action) => healthOf(action, { action })),
    READER.speech,
  );
  expect(line).toBe(
    '7 sources = 1 to retire + 1 moved + 1 to look at + 1 to trust + 1 without a recent report + 1 fine + 1 retired',
  );
  expect(healthLine([], READER.speech)).toBe('0 sources');
});
