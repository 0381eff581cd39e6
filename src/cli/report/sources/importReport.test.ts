import { expect, test } from 'vitest';
import { commandWords } from '../../../i18n/commandWords.ts';
import { IMPORT_RESULTS, type ImportedFeed } from '../../../model/run/importedFeed.ts';
import type { Terminal } from '../../command/terminal.ts';
import { importLine, reportImport } from './importReport.ts';

const speech = commandWords('en');
const feeds = IMPORT_RESULTS.map(
  (result): ImportedFeed => ({ result, feed: 'https://a.example/', title: 'A', line: 1 }),
);

test('every import result is in the line, and its counts add up', () => {
  const [, sum, parts = ''] =
    /^(\d+) feeds = ([^;]+)/.exec(importLine({ feeds, topics: 0 }, { dryRun: false, speech })) ??
    [];
  const numbers = parts.split(' + ').map((part) => Number.parseInt(part, 10));
  expect(numbers).toHaveLength(IMPORT_RESULTS.length);
  expect(numbers.reduce((total, number) => total + number, 0)).toBe(Number(sum));
});

test('a dry run writes nothing, and says what it would', () => {
  expect(importLine({ feeds: feeds.slice(0, 1), topics: 2 }, { dryRun: true, speech })).toBe(
    '1 feed = 1 to be written; 2 topics to be written; 0 written (dry run)',
  );
  expect(importLine({ feeds: [], topics: 0 }, { dryRun: false, speech })).toBe('0 feeds');
});

test.for([
  [false, 'written', true],
  [true, 'to be written', false],
] as const)('with dry run %s a new source is told as %s', ([dryRun, word, written]) => {
  const answers: string[] = [];
  const records: object[] = [];
  const terminal = {
    speech,
    answer: (text: string) => answers.push(text),
    record: (value: object) => records.push(value),
  } as unknown as Terminal;
  const reported = feeds.filter(({ result }) => result === 'written' || result === 'retired');
  reportImport(
    reported.map((feed) => ({ ...feed, path: 'sources/a.md' })),
    { list: 'x.opml', folder: 'content', dryRun },
    terminal,
  );
  const rest = 'content/sources/a.md  https://a.example/';
  expect(answers).toEqual([`${word.padEnd(22)}  ${rest}`, `already there, retired  ${rest}`]);
  expect(records).toMatchObject([
    { kind: 'listed', fate: 'written', written },
    { kind: 'listed', fate: 'retired', written: false },
  ]);
});
