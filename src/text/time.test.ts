import { describe, expect, test } from 'vitest';
import type { Day, Instant } from '../model/desk/time.ts';
import { addDays, dayOf, daysBetween, instantAt, shiftInstant, toInstant } from './time.ts';

const MADRID = 'Europe/Madrid';

test('a moment is on the day that clocks in the zone show', () => {
  const moment = '2026-11-20T23:30:00Z' as Instant;
  expect([dayOf(moment, MADRID), dayOf(moment, 'UTC'), dayOf(moment, 'America/Bogota')]).toEqual([
    '2026-11-21',
    '2026-11-20',
    '2026-11-20',
  ]);
});
test('a day stays the day it is in every zone', () => {
  for (const zone of [MADRID, 'UTC', 'America/Bogota', 'Pacific/Auckland'])
    expect(dayOf('2026-11-21' as Day, zone)).toBe('2026-11-21');
});
test('days add up across months, years and both clock changes', () => {
  expect([
    addDays('2026-12-31' as Day, 1),
    addDays('2026-03-29' as Day, 1),
    addDays('2028-02-28' as Day, 1),
    addDays('2026-03-01' as Day, -1),
  ]).toEqual(['2027-01-01', '2026-03-30', '2028-02-29', '2026-02-28']);
  expect(daysBetween('2026-10-24' as Day, '2026-10-26' as Day)).toBe(2);
});
describe('a clock time is the moment', () => {
  test.for([
    ['in winter', '2026-11-21', '09:00', '2026-11-21T09:00:00+01:00'],
    ['in summer', '2026-07-21', '09:00', '2026-07-21T09:00:00+02:00'],
    ['an hour later where the clock skips it', '2026-03-29', '02:30', '2026-03-29T03:30:00+02:00'],
    [
      'at its first showing where the clock shows it twice',
      '2026-10-25',
      '02:30',
      '2026-10-25T02:30:00+02:00',
    ],
    ['right after the skipped hour', '2026-03-29', '03:00', '2026-03-29T03:00:00+02:00'],
  ] as const)('%s', ([, day, time, expected]) => {
    expect(instantAt(day as Day, time, MADRID)).toBe(expected);
  });
});
describe('a moment moved by weeks', () => {
  test.for([
    ['keeps its time of day', '2026-11-18T09:00:00+01:00', 7, '2026-11-25T09:00:00+01:00'],
    [
      'keeps it across the change to summer time',
      '2026-03-25T09:00:00+01:00',
      7,
      '2026-04-01T09:00:00+02:00',
    ],
    [
      'keeps an offset that is not the zone’s',
      '2026-03-25T09:00:00-05:00',
      7,
      '2026-04-01T09:00:00-05:00',
    ],
    ['in UTC stays in UTC', '2026-03-25T09:00:00Z', 7, '2026-04-01T09:00:00Z'],
    ['goes back too', '2026-04-01T09:00:00+02:00', -7, '2026-03-25T09:00:00+01:00'],
  ] as const)('%s', ([, from, days, to]) => {
    expect(shiftInstant(from as Instant, days, MADRID)).toBe(to);
  });
});
test('an instant is written in whole seconds of UTC', () => {
  expect(toInstant(Date.parse('2026-11-21T09:00:00.987+01:00'))).toBe('2026-11-21T08:00:00Z');
});
