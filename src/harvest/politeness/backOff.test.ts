import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { domainBackOff, goneBackOff, sourceBackOff } from './backOff.ts';

const now = '2026-11-21T12:00:00Z' as Instant;
const random = () => 0.5;
const minutes = (until: Instant | undefined) =>
  until === undefined ? 0 : (Date.parse(until) - Date.parse(now)) / 60_000;

describe('a source that fails is asked less and less', () => {
  test.for([
    [1, 0],
    [2, 30],
    [3, 60],
    [5, 240],
    [6, 480],
    [7, 720],
    [1000, 720],
  ] as const)('after %i times, in %i minutes', ([times, expected]) => {
    expect(minutes(sourceBackOff({ now, times, random }))).toBe(expected);
  });
});

test('a domain that is busy is left alone at once, and for a day at most', () => {
  const waits = [1, 2, 3, 8, 50].map((times) => minutes(domainBackOff({ now, times, random })));
  expect(waits).toEqual([15, 30, 60, 1440, 1440]);
});

test('those who failed together do not come back together', () => {
  const waits = [0, 0.25, 0.999].map((chance) =>
    minutes(domainBackOff({ now, times: 3, random: () => chance })),
  );
  expect(waits[0]).toBe(45);
  expect(waits[1]).toBe(52.5);
  expect(waits[2]).toBeLessThanOrEqual(75);
});

test('what is gone for good is looked for once a week', () => {
  expect(minutes(goneBackOff({ now, random })) / 1440).toBe(7);
});
