import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../model/desk/time.ts';
import { OUTCOMES } from '../model/run/outcome.ts';
import type { ItemOutcome, RunReport } from '../model/run/runReport.ts';
import { keepReport } from './keepReport.ts';
import { readNewestReport } from './readNewestReport.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criba-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const stored: ItemOutcome = {
  source: 'paper',
  title: 'A drier autumn',
  outcome: 'belowThreshold',
  id: '0123456789ab',
  url: 'https://paper.example/dry',
  score: 31,
  audience: 'everybody',
  why: [{ signal: 'base', points: 31 }],
  language: 'en',
  published: '2026-11-20T08:00:00Z' as Instant,
  detail: 'a rule',
};

function report(run: string, items: unknown[] = [stored]): RunReport {
  return {
    run,
    now: '2026-11-21T09:00:00Z' as Instant,
    sources: [],
    outcomes: items as ItemOutcome[],
    counts: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as RunReport['counts'],
    settled: 0,
    expired: 0,
  };
}

/** Anything else that may stand among the reports. */
function lay(name: string, content: string): void {
  mkdirSync(join(folder, 'reports'), { recursive: true });
  writeFileSync(join(folder, 'reports', name), content);
}

test('a report is read back, with all that a page tells of an item', async () => {
  await keepReport(folder, report('20261121t090000z-harvest'));
  expect(await readNewestReport(folder)).toEqual({
    run: '20261121t090000z-harvest',
    now: '2026-11-21T09:00:00Z',
    outcomes: [stored],
  });
});

test('the newest is read, whichever was written last', async () => {
  await keepReport(folder, report('20261201t090000z-harvest'));
  await keepReport(folder, report('20261121t090000z-harvest'));
  expect((await readNewestReport(folder))?.run).toBe('20261201t090000z-harvest');
});

test.for([
  ['is cut short', '{"run": "20261201t090000z-harvest", "now": "2026-'],
  ['is no object', '[]'],
  ['has no items', '{"run": "x", "now": "2026-11-21T09:00:00Z"}'],
  ['has no time', '{"run": "x", "now": "yesterday", "outcomes": []}'],
] as const)('a file that %s is no report: the one before it counts', async ([, content]) => {
  await keepReport(folder, report('20261121t090000z-harvest'));
  lay('20261201t090000z-harvest.json', content);
  lay('notes.json', JSON.stringify(report('notes')));
  lay('20261202t090000z-harvest.json.0.tmp', JSON.stringify(report('draft')));
  expect((await readNewestReport(folder))?.run).toBe('20261121t090000z-harvest');
});

test('of an item, what cannot be read is left out; without an outcome, all of it', async () => {
  const items = [
    { outcome: 'noLink' },
    { ...stored, score: 310, why: [{ signal: 'charm', points: 4 }], published: 'soon', id: 7 },
    { ...stored, outcome: 'swallowed' },
    null,
    'text',
  ];
  await keepReport(folder, report('20261121t090000z-harvest', items));
  const { source, title, outcome, url, audience, language, detail } = stored;
  expect((await readNewestReport(folder))?.outcomes).toEqual([
    { source: '', title: '', outcome: 'noLink' },
    { source, title, outcome, url, audience, language, detail },
  ]);
});

test.for(['javascript:alert(1)', 'data:text/html,x', 'https://me:word@paper.example/', '/dry'])(
  'an address that nobody should follow is none: %s',
  async (url) => {
    await keepReport(folder, report('20261121t090000z-harvest', [{ ...stored, url }]));
    expect((await readNewestReport(folder))?.outcomes[0]).not.toHaveProperty('url', url);
  },
);

test('where nothing was harvested yet, or the folder is gone, there is none', async () => {
  expect(await readNewestReport(join(folder, 'gone'))).toBeUndefined();
});
