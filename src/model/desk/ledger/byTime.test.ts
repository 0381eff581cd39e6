import { expect, test } from 'vitest';
import { byTime } from './byTime.ts';
import type { LedgerLine } from './ledger.ts';

// From the earliest to the latest.
const LINES = [
  { at: '2026-11-20T23:00:00Z', id: 'bbbbbbbbbbbb', event: 'keep' },
  { at: '2026-11-21T00:30:00+01:00', id: 'cccccccccccc', event: 'proposed' },
  { at: '2026-11-21T09:00:00Z', id: 'bbbbbbbbbbbb', event: 'proposed' },
  { at: '2026-11-21T09:00:00Z', id: 'cccccccccccc', event: 'proposed' },
  { at: '2026-11-21T10:00:00+01:00', id: 'aaaaaaaaaaaa', event: 'drop' },
  { at: '2026-11-21T09:00:00Z', id: 'aaaaaaaaaaaa', event: 'takedown' },
  { at: '2026-11-21T09:00:00Z', what: 'slot', id: 'aaaaaaaaaaaa', event: 'proposed' },
  { at: '2026-11-21T09:00:00Z', what: 'slot', id: 'bbbbbbbbbbbb', event: 'proposed' },
  { at: '2026-11-21T09:00:00Z', what: 'run', run: '20261121t090000z-add' },
  { at: '2026-11-21T09:00:00Z', what: 'run', run: '20261121t090000z-harvest' },
] as LedgerLine[];

test('lines go by instant, then by kind, by event, and by the thing that they are about', () => {
  expect(LINES.toReversed().sort(byTime)).toEqual(LINES);
  expect(LINES.toSorted(byTime)).toEqual(LINES);
});
