import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Settings, Weights } from '../../src/model/desk/settings.ts';
import { Reason, SIGNALS } from '../../src/model/desk/why.ts';
import { OUTCOMES } from '../../src/model/run/outcome.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const docs = read('docs/score.md');

/** The rows of the table whose heading begins so, as cells without their marks of code. */
function rowsOf(heading: string): string[][] {
  const [, table = ''] = docs.split(`\n| ${heading} |`);
  return (table.split('\n\n')[0] ?? '')
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

describe('docs/score.md', () => {
  test('explains every signal, in the order in which a file lists them', () => {
    expect(rowsOf('signal | what it says').map(([name]) => name)).toEqual([...SIGNALS]);
  });

  test('names every weight with its default', () => {
    const reported = rowsOf('`weights:`').map(([name, value]) => [name, Number(value)]);
    expect(reported).toEqual(Object.entries(Weights.parse({})));
  });

  test('gives limits as they are unless a desk says otherwise', () => {
    const bare = { name: 'A', languages: ['en'], timeZone: 'UTC', contact: 'a@b.example' };
    const settings: Record<string, unknown> = Settings.parse(bare);
    const reported = rowsOf('setting | default');
    expect(reported.length).toBeGreaterThan(5);
    for (const [name = '', value] of reported)
      expect([name, Number(value)]).toEqual([name, settings[name]]);
  });

  test('says what every outcome means', () => {
    expect(rowsOf('outcome').map(([name]) => name)).toEqual([...OUTCOMES]);
  });

  test('names commands that there are', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    const named = new Set(Array.from(docs.matchAll(/npm run ([\w:]+)/g), ([, name]) => name));
    expect([...named].toSorted()).toEqual([
      'bench:score',
      'check',
      'explain',
      'learn',
      'score',
      'settle',
    ]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...named]));
  });

  test('shows reasons that a file may hold and that add up', () => {
    const [, yaml = ''] = docs.split('```yaml\n');
    const header = z
      .strictObject({ score: z.number(), why: z.array(Reason) })
      .parse(parse(yaml.split('```')[0] ?? ''));
    expect(header.why.reduce((sum, { points }) => sum + points, 0)).toBe(header.score);
  });

  test.for([
    ['a match of (\\d+) or more \\(BM25F\\)', 'src/score/scoringContext.ts', 'SURE_MATCH'],
    ['`topics`; with (\\d+) or more', 'src/score/scoringContext.ts', 'POSSIBLE_MATCH'],
    ['0 to its weight, at (\\w+) publishers', 'src/score/signals.ts', 'LARGE_STORY'],
    ['as if there were (\\w+) average', 'src/score/trust.ts', 'PRIOR_DECISIONS'],
    ['After (\\d+) decisions it counts half', 'src/score/relevance/relevance.ts', 'FADING'],
    ['`profile` counts ([\\d.]+) times', 'src/score/relevance/relevance.ts', 'ALONE'],
    [
      'fewer than (\\d+) texts there is no `semantic`',
      'src/score/relevance/semantic.ts',
      'FEWEST_TEXTS',
    ],
    ['analysis, (\\d+) directions', 'src/learning/lsa.ts', 'LATENT_DIMENSIONS'],
    ['From (\\d+) decisions on', 'src/learning/calibrate.ts', 'FEWEST'],
    ['within (\\d+) hours', 'src/stories/clusterStories.ts', 'OPEN'],
    ['in the last (\\d+) days', 'src/stories/nodes.ts', 'LATE'],
    ['At most (\\w+) reasons', 'src/model/desk/why.ts', 'MAX_REASONS'],
  ] as const)('says “%s” as %s has it', ([said, path, constant]) => {
    const [, reported = ''] = new RegExp(said.replaceAll(' ', '\\s+')).exec(docs) ?? [];
    const [, held = ''] = new RegExp(`const ${constant} = ([\\d._]+)`).exec(read(path)) ?? [];
    const number: Record<string, string> = { five: '5', eight: '8', ten: '10' };
    expect(reported).not.toBe('');
    expect(number[reported] ?? reported).toBe(held);
  });
});
