import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FAULT_TEXTS } from '../../src/i18n/faultText.ts';
import { SOURCE_CODES } from '../../src/model/run/outcome.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const harvest = readFileSync(join(ROOT, 'docs/harvest.md'), 'utf8');

/** First cells of the rows of the table under a heading that names its columns. */
function cellsOf(heading: string): string[] {
  const [, table = ''] = harvest.split(`| ${heading} |`);
  const rows = (table.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows
    .flatMap((row) => row.split('|')[1]?.match(/`[^`]+`/g) ?? [])
    .map((cell) => cell.slice(1, -1));
}

describe('docs/harvest.md names', () => {
  test('every code that a source can end with, and no other', () => {
    expect(cellsOf('code | what it means')).toEqual([...SOURCE_CODES]);
  });

  test('every field of a source in a report', () => {
    const run = readFileSync(join(ROOT, 'src/model/run/runReport.ts'), 'utf8');
    const [, report = ''] = run.split('export interface SourceReport {');
    const fields = Array.from(
      (report.split('\n}')[0] ?? '').matchAll(/^ {2}(\w+)\??:/gm),
      ([, name]) => name,
    );
    expect(fields.length).toBeGreaterThan(8);
    expect(cellsOf('field | what it is').toSorted()).toEqual(fields.toSorted());
  });

  test('every kind of advice', () => {
    const kinds = Object.keys(FAULT_TEXTS.en).flatMap(
      (key) => /^(advice\/[a-z-]+)\.hint$/.exec(key)?.[1] ?? [],
    );
    expect(kinds.length).toBeGreaterThan(3);
    expect(cellsOf('advice | when').toSorted()).toEqual(kinds.toSorted());
  });
});
