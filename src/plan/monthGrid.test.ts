import { describe, expect, test } from 'vitest';
import type { Day, Month } from '../model/desk/time.ts';
import { addMonths, isoWeek, monthGrid, weekday } from './monthGrid.ts';

const grid = (month: string, weekStart: 'monday' | 'sunday' = 'monday') =>
  monthGrid(month as Month, weekStart, new Map());

describe('a month', () => {
  test.for([
    ['2026-11', 'monday', '2026-10-26', '2026-12-06', 6],
    ['2026-11', 'sunday', '2026-11-01', '2026-12-05', 5],
    ['2026-02', 'sunday', '2026-02-01', '2026-02-28', 4],
    ['2026-02', 'monday', '2026-01-26', '2026-03-01', 5],
    ['2024-02', 'monday', '2024-01-29', '2024-03-03', 5],
    ['2026-12', 'monday', '2026-11-30', '2027-01-03', 5],
    ['2027-01', 'monday', '2026-12-28', '2027-01-31', 5],
    ['2026-08', 'sunday', '2026-07-26', '2026-09-05', 6],
  ] as const)('%s from %s goes from %s to %s in %d rows', ([month, start, first, last, rows]) => {
    const weeks = grid(month, start);
    expect(weeks).toHaveLength(rows);
    expect(weeks[0]?.days[0]?.day).toBe(first);
    expect(weeks.at(-1)?.days.at(-1)?.day).toBe(last);
  });

  test('has every day once, also where clocks change', () => {
    for (const month of ['2026-03', '2026-10', '2028-02']) {
      const days = grid(month).flatMap((week) => week.days.map(({ day }) => day));
      expect(new Set(days).size).toBe(days.length);
      expect(days.filter((day) => day.startsWith(month))).toHaveLength(
        new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate(),
      );
    }
  });

  test('knows which days are its own', () => {
    const own = grid('2026-11').flatMap((week) => week.days.filter(({ inMonth }) => inMonth));
    expect(own).toHaveLength(30);
    expect(own[0]?.day).toBe('2026-11-01');
  });

  test('has what stands on a day there, in the months beside it too', () => {
    const weeks = monthGrid('2026-11' as Month, 'monday', new Map([['2026-12-01' as Day, ['x']]]));
    expect(weeks.at(-1)?.days.find(({ day }) => day === '2026-12-01')?.slots).toEqual(['x']);
  });

  test('numbers its weeks by their Thursday, whatever day they begin on', () => {
    expect(grid('2026-11').map(({ week }) => week)).toEqual([44, 45, 46, 47, 48, 49]);
    expect(grid('2026-11', 'sunday').map(({ week }) => week)).toEqual([45, 46, 47, 48, 49]);
    expect(grid('2027-01').map(({ week }) => week)).toEqual([53, 1, 2, 3, 4]);
  });
});

test.for([
  ['2026-01-01', 1],
  ['2025-12-29', 1],
  ['2026-12-31', 53],
  ['2027-01-03', 53],
  ['2027-01-04', 1],
  ['2021-01-03', 53],
  ['2024-12-30', 1],
] as const)('%s is in ISO week %d', ([day, week]) => {
  expect(isoWeek(day as Day)).toBe(week);
});

test('Monday is 1 and Sunday 7', () => {
  expect([weekday('2026-11-16' as Day), weekday('2026-11-22' as Day)]).toEqual([1, 7]);
});

test.for([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', 14, '2028-01'],
] as const)('%s and %d months is %s', ([month, months, sum]) => {
  expect(addMonths(month as Month, months)).toBe(sum);
});
