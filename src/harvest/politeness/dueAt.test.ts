import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { dueAt } from './dueAt.ts';

const noon = '2026-11-21T12:30:00Z' as Instant; // a Saturday
const all = Array.from({ length: 24 }, (_, hour) => hour);

describe('a feed may be asked', () => {
  test.for([
    ['now, where nothing is known', noon, {}, noon],
    ['now, where the time has come', noon, { next: '2026-11-21T12:30:00Z' }, noon],
    ['when the answer has run out', noon, { next: '2026-11-21T14:00:00Z' }, '2026-11-21T14:00:00Z'],
    ['outside the hours to skip', noon, { hints: { skipHours: [12, 13] } }, '2026-11-21T14:00:00Z'],
    [
      'by Greenwich, wherever the desk is',
      '2026-11-21T13:30:00+01:00',
      { hints: { skipHours: [12] } },
      '2026-11-21T13:00:00Z',
    ],
    ['after the days to skip', noon, { hints: { skipDays: [6, 0] } }, '2026-11-23T00:00:00Z'],
    [
      'after both',
      noon,
      { hints: { skipDays: [6, 0], skipHours: [0, 1, 2] } },
      '2026-11-23T03:00:00Z',
    ],
    [
      'after the hour in which the answer runs out',
      noon,
      { next: '2026-11-21T13:10:00Z', hints: { skipHours: [13] } },
      '2026-11-21T14:00:00Z',
    ],
    ['now, where a clock ran years ahead', noon, { next: '2036-11-21T14:00:00Z' }, noon],
    ['now, where every hour is to be skipped', noon, { hints: { skipHours: all } }, noon],
  ] as const)('%s', ([, now, memory, expected]) => {
    expect(dueAt(now as Instant, memory as Parameters<typeof dueAt>[1])).toBe(expected);
  });
});
