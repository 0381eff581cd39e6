import { describe, expect, test } from 'vitest';
import { commandWords } from '../../i18n/commandWords.ts';
import type { Instant } from '../../model/desk/time.ts';
import { OUTCOMES } from '../../model/run/outcome.ts';
import type { ItemOutcome, RunReport, SourceReport } from '../../model/run/runReport.ts';
import type { Terminal } from '../command/terminal.ts';
import { closingLine, reportAdvice, reportOutcomes, settlings, tally } from './harvestReport.ts';

const speech = commandWords('en');

function source(name: string, code: SourceReport['code'], items = 0): SourceReport {
  return { source: name, feed: 'x', code, items, bytes: 1, transferred: 1, requests: 1, ms: 1 };
}

const outcomes: ItemOutcome[] = OUTCOMES.map((outcome) => ({
  source: 'rios',
  title: 'T',
  outcome,
}));

describe('a run in a line', () => {
  const report: RunReport = {
    run: '20261118t110000z-harvest',
    now: '2026-11-18T11:00:00Z' as Instant,
    sources: [source('rios', 'ok', OUTCOMES.length), source('mar', 'timeout')],
    outcomes,
    counts: tally(outcomes),
    settled: 0,
    expired: 0,
  };
  test('has every outcome, and its counts add up', () => {
    const [, items, parts = ''] =
      /(\d+) items = ([^;]+);/.exec(closingLine(report, { dryRun: false, speech })) ?? [];
    const numbers = parts.split(' + ').map((part) => Number.parseInt(part, 10));
    expect(numbers).toHaveLength(OUTCOMES.length);
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(Number(items));
  });
  test('names a proposal that nobody decided in time for what it is', () => {
    expect(closingLine({ ...report, settled: 1, expired: 2 }, { dryRun: true, speech })).toContain(
      '; 1 decision settled; 2 expired; 0 written (dry run)',
    );
    expect(settlings({ settled: 0, expired: 2 }, speech)).toEqual(['2 expired']);
  });
});

describe('of the sources, a line says how many', () => {
  test.for([
    [['ok', 'empty'], '2 sources, 2 answered;'],
    [['ok', 'unchanged', 'unchanged'], '3 sources, 3 answered (2 unchanged);'],
    [['unchanged', 'resting'], '2 sources, 1 answered (1 unchanged), 1 resting;'],
    [['ok', 'timeout', 'gone', 'resting'], '4 sources, 1 answered, 1 resting, 2 failed;'],
  ] as const)('%j: %s', ([codes, expected]) => {
    const sources = codes.map((code, n) => source(`s${n}`, code));
    const report = { sources, counts: tally([]), settled: 0, expired: 0 };
    expect(closingLine(report, { dryRun: false, speech })).toMatch(
      new RegExp(`^${expected.replace(/[()]/g, '\\$&')}`),
    );
  });
});

test('what a person might change about a source is said with its name and a code', () => {
  const said: string[] = [];
  const warn = (code: string, text: string) => said.push(`${code} ${text}`);
  const terminal = { warn, speech: commandWords('es') };
  reportAdvice(
    [{ ...source('rios', 'ok'), advice: [{ kind: 'insecure', values: {} }] }],
    terminal as unknown as Terminal,
  );
  expect(said).toEqual([
    'advice/insecure rios: Su suscripción lleva de https a http, donde cualquiera puede cambiarla por el camino. Avisa a quien la publica.',
  ]);
});

test('of what was not proposed, people hear of vetoes and programs of all', () => {
  const answers: string[] = [];
  const records: object[] = [];
  const terminal = {
    speech,
    answer: (text: string) => answers.push(text),
    record: (value: object) => records.push(value),
  } as unknown as Terminal;
  reportOutcomes(
    outcomes.map((one) => ({
      ...one,
      ...(one.outcome === 'vetoed' && { detail: 'residents avoid: "x"', score: 71 }),
    })),
    terminal,
  );
  expect(answers).toEqual(['vetoed  T  (residents avoid: "x")']);
  expect(records).toHaveLength(OUTCOMES.length - 1);
  expect(records).toContainEqual(
    expect.objectContaining({ kind: 'item', outcome: 'vetoed', source: 'rios', score: 71 }),
  );
});
