import { expect, test } from 'vitest';
import type { Instant } from '../model/desk/time.ts';
import { rhythmOf } from './rhythm.ts';

const NOW = '2026-11-21T00:00:00Z' as Instant;
const days = (...list: string[]) => list.map((day) => `2026-${day}T00:00:00Z` as Instant);

test.for([
  ['three gaps', days('11-19', '11-16', '11-06', '11-05'), { quiet: 2, usual: 3, longest: 10 }],
  [
    'an even number of gaps',
    days('11-21', '11-20', '11-18', '11-14', '11-09'),
    { quiet: 0, usual: 3, longest: 5 },
  ],
  ['dates in any order', days('11-05', '11-19', '11-06', '11-16'), { quiet: 2, usual: 3 }],
  ['several at once', days('11-20', '11-20', '11-20', '11-20'), { quiet: 1, usual: 0, longest: 0 }],
] as const)('%s give a rhythm', ([, dates, rhythm]) => {
  expect(rhythmOf(dates, NOW)).toMatchObject(rhythm);
});

test('two gaps are no rhythm', () => {
  expect(rhythmOf(days('11-19', '11-16', '11-06'), NOW)).toEqual({
    newest: '2026-11-19T00:00:00Z',
    quiet: 2,
  });
});

test('what is announced for later has not been published', () => {
  expect(rhythmOf(days('12-24', '11-20'), NOW)).toMatchObject({
    newest: '2026-11-20T00:00:00Z',
    quiet: 1,
  });
  expect(rhythmOf([], NOW)).toEqual({ quiet: 0 });
});
