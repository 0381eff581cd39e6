import { describe, expect, test } from 'vitest';
import { settingsFixture } from '../../src/model/desk/deskFixture.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { demoClock } from './demoClock.ts';
import { shiftDates, shiftRun } from './shiftDates.ts';

const settings = (weekStart: 'monday' | 'sunday' = 'monday') =>
  settingsFixture({ today: '2026-11-18', weekStart });

describe('the demo’s clock', () => {
  test.for([
    ['in the week it was written for', '2026-11-16T00:00:00+01:00', 0, '2026-11-18'],
    ['on the last evening of that week', '2026-11-22T23:59:00+01:00', 0, '2026-11-18'],
    ['a minute later', '2026-11-23T00:00:00+01:00', 1, '2026-11-25'],
    ['a year later', '2027-11-20T12:00:00+01:00', 52, '2027-11-17'],
    ['before it was written', '2026-11-01T12:00:00+01:00', -3, '2026-10-28'],
  ] as const)('%s stands in this week', ([, clock, weeks, today]) => {
    expect(demoClock(settings(), clock as Instant)).toMatchObject({ weeks, today });
  });
  test('follows weeks that begin on Sunday', () => {
    expect(demoClock(settings('sunday'), '2026-11-22T12:00:00+01:00' as Instant).weeks).toBe(1);
  });
  test('stands at nine in the morning of the desk', () => {
    expect(demoClock(settings(), '2026-11-20T12:00:00+01:00' as Instant).now).toBe(
      '2026-11-18T08:00:00Z',
    );
  });
});

describe('moving dates by weeks', () => {
  const shift = { weeks: 20, timeZone: 'Europe/Madrid' };
  test.for([
    ['a day', 'review: "2026-11-18"', 'review: "2027-04-07"'],
    [
      'a moment, whose clock time stays',
      'at: "2026-11-18T09:30:00+01:00"',
      'at: "2027-04-07T09:30:00+02:00"',
    ],
    ['a moment in UTC', '"at":"2026-11-16T06:00:00Z"', '"at":"2027-04-05T06:00:00Z"'],
    [
      'a date of RSS, whose weekday stays',
      'Wed, 18 Nov 2026 09:00:00 +0100',
      'Wed, 07 Apr 2027 09:00:00 +0200',
    ],
    ['a date of RSS in GMT', 'Wed, 18 Nov 2026 09:00:00 GMT', 'Wed, 07 Apr 2027 09:00:00 GMT'],
    ['no part of an address', 'https://a.example/2026-11-18/x', 'https://a.example/2026-11-18/x'],
    ['no part of a longer number', '12026-11-180', '12026-11-180'],
  ] as const)('moves %s', ([, before, after]) => {
    expect(shiftDates(before, shift)).toBe(after);
  });
  test('moves a run’s name', () => {
    expect(shiftRun('20261116t060000z-harvest.ndjson', shift)).toBe(
      '20270405t060000z-harvest.ndjson',
    );
  });
  test('by none changes nothing', () => {
    const text = 'Wed, 1 Nov 2026 9:00 x 2026-11-18';
    expect(shiftDates(text, { ...shift, weeks: 0 })).toBe(text);
  });
});
