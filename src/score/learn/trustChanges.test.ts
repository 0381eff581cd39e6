import { expect, test } from 'vitest';
import { ledgerOf } from '../../model/desk/ledger/ledger.ts';
import type { Instant } from '../../model/desk/time.ts';
import { deskWith, type HistoryItem } from './historyFixture.ts';
import { hasChanged, trustChanges } from './trustChanges.ts';

const decided = (source: string, day: number, kept: boolean): HistoryItem => ({
  title: 'Nota',
  text: 'Texto',
  source,
  day,
  kept,
});
/** The same desk with its first decisions two months earlier. */
function longAgo(history: HistoryItem[], first: number) {
  const desk = deskWith(history);
  const early = new Set(history.slice(0, first).map((_, at) => String(at).padStart(12, '0')));
  const ledger = desk.ledger.items.map((line) =>
    early.has(line.id) ? { ...line, at: line.at.replace('2026-11', '2026-09') as Instant } : line,
  );
  return { ...desk, ledger: ledgerOf(ledger) };
}

test('a source is compared with what it was thirty days before the last decision', () => {
  const history = [
    decided('mar', 1, true),
    decided('mar', 2, false),
    decided('sol', 3, true),
    decided('sol', 4, true),
    decided('mar', 20, true),
    decided('mar', 21, true),
    decided('mar', 22, true),
  ];
  const [mar, sol] = trustChanges(longAgo(history, 4));
  expect(mar).toMatchObject({
    source: 'mar',
    before: { kept: 1, decided: 2 },
    now: { kept: 4, decided: 5 },
  });
  expect(mar?.now.points).toBeGreaterThan(mar?.before.points ?? 0);
  expect(sol).toMatchObject({ source: 'sol', before: { decided: 2 }, now: { decided: 2 } });
});

test('points are those that trust moves an item at the threshold by: as much as the desk weighs trust', () => {
  const desk = deskWith([
    decided('mar', 1, true),
    decided('mar', 2, true),
    decided('sol', 3, false),
  ]);
  const points = (trust: number, threshold = 40) => {
    const { weights } = desk.settings;
    const settings = { ...desk.settings, threshold, weights: { ...weights, trust } };
    return trustChanges({ ...desk, settings }).find(({ source }) => source === 'mar')?.now.points;
  };
  expect(points(0)).toBe(0);
  expect(points(0.8)).toBeGreaterThan(0);
  expect(points(1.6)).toBeGreaterThan(points(0.8) ?? 0);
  expect(points(0.8, 95)).toBeLessThan(points(0.8) ?? 0);
});

test('what was brought in by hand says nothing of its source, and one point is no change', () => {
  const hand = { ...decided('mar', 1, true), proposed: false };
  expect(trustChanges(deskWith([hand]))).toEqual([]);
  const record = (points: number) => ({ kept: 1, decided: 2, points });
  const moved = (from: number, to: number) =>
    hasChanged({ source: 'mar', before: record(from), now: record(to) });
  expect([moved(3, 4), moved(3, 5), moved(-1, -3)]).toEqual([false, true, true]);
});
