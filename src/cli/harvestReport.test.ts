import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../model/outcome.ts';
import type { RunReport, Sifted } from '../model/run.ts';
import type { Instant } from '../model/time.ts';
import { closingLine, settlings, tally, tellSifted } from './harvestReport.ts';
import type { Terminal } from './terminal.ts';

const sifted: Sifted[] = OUTCOMES.map((outcome) => ({ source: 'rios', title: 'T', outcome }));

describe('a run in a line', () => {
  const report: RunReport = {
    run: '20261118t110000z-harvest',
    now: '2026-11-18T11:00:00Z' as Instant,
    sources: [
      { source: 'rios', feed: 'x', code: 'ok', items: OUTCOMES.length, bytes: 1, ms: 1 },
      { source: 'mar', feed: 'y', code: 'timeout', items: 0, bytes: 0, ms: 1 },
    ],
    sifted,
    counts: tally(sifted),
    settled: 0,
    expired: 0,
  };
  test('has every outcome, and its counts add up', () => {
    const [, items, parts = ''] = /(\d+) items = ([^;]+);/.exec(closingLine(report, false)) ?? [];
    const numbers = parts.split(' + ').map((part) => Number.parseInt(part, 10));
    expect(numbers).toHaveLength(OUTCOMES.length);
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(Number(items));
  });
  test('names a proposal that nobody decided in time for what it is', () => {
    expect(closingLine({ ...report, settled: 1, expired: 2 }, true)).toContain(
      '; 1 decision settled; 2 expired; 0 written (dry run)',
    );
    expect(settlings({ settled: 0, expired: 2 })).toEqual(['2 expired']);
  });
});

test('of what was not proposed, people hear of vetoes and programs of all', () => {
  const answers: string[] = [];
  const records: object[] = [];
  const terminal = {
    answer: (text: string) => answers.push(text),
    record: (value: object) => records.push(value),
  } as unknown as Terminal;
  tellSifted(
    sifted.map((one) => ({
      ...one,
      ...(one.outcome === 'vetoed' && { detail: 'residents avoids "x"', score: 71 }),
    })),
    terminal,
  );
  expect(answers).toEqual(['vetoed  T  (residents avoids "x")']);
  expect(records).toHaveLength(OUTCOMES.length - 1);
  expect(records).toContainEqual(
    expect.objectContaining({ kind: 'item', outcome: 'vetoed', source: 'rios', score: 71 }),
  );
});
