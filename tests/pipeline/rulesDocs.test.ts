import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ruleFaults } from '../../scripts/check/ruleFaults.ts';
import { FAULT_TEXTS } from '../../src/i18n/faultText.ts';
import type { Desk, Entry } from '../../src/model/desk/desk.ts';
import { kindOf } from '../../src/model/desk/kinds.ts';
import { ledgerOf } from '../../src/model/desk/ledger/ledger.ts';
import { BUILT_IN_RULES } from '../../src/model/desk/rules.ts';
import { CONDITION_NAMES, ScoreRule } from '../../src/model/desk/scoreRule.ts';
import { readPhrase } from '../../src/phrases/phrase.ts';
import { RULES } from '../../src/store/kinds.ts';
import { readDesk } from '../../src/store/readDesk.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const docs = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8');

/** The rows of the table under a heading that begins so, each a list of the words in code of each cell. */
function rowsOf(heading: string): string[][] {
  const [, table = ''] = docs.split(`\n| ${heading} |`);
  return (table.split('\n\n')[0] ?? '')
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => (/`([^`]+)`/.exec(cell)?.[1] ?? '').replaceAll('\\|', '|')),
    );
}
const firstOf = (heading: string) => rowsOf(heading).map(([first]) => first);

describe('docs/rules.md names', () => {
  test('every condition of a rule', () => {
    expect(firstOf('condition')).toEqual(CONDITION_NAMES);
  });
  test('every effect', () => {
    expect(firstOf('effect')).toEqual(ScoreRule.shape.effect.options);
  });
  test('every code that rules have of their own', () => {
    const files = [
      ...globSync(join(ROOT, 'src/phrases/rules/*.ts'), { exclude: ['**/*.test.ts'] }),
      join(ROOT, 'scripts/check/ruleFaults.ts'),
    ];
    const codes = files
      .flatMap(
        (file) => readFileSync(file, 'utf8').match(/(?<=code: ')[a-z]+\/[a-z-]+(?=')/g) ?? [],
      )
      .filter((code) => `${code}.hint` in FAULT_TEXTS.en);
    expect(new Set(codes).size).toBeGreaterThan(5);
    expect(firstOf('code').toSorted()).toEqual([...new Set(codes)].toSorted());
  });
});

describe('in docs/rules.md, the phrase', () => {
  test.for(rowsOf('written'))('%s finds %s, and not %s', ([phrase = '', yes = '', no = '']) => {
    expect(readPhrase(phrase).find(yes)).toBeDefined();
    expect(readPhrase(phrase).find(no)).toBeUndefined();
  });
  test('is shown in every form', () => {
    const written = firstOf('written').join(' ');
    for (const sign of '*[]()|~#^$?') expect(written).toContain(sign);
    expect(written).toContain('...');
  });
});

describe('in docs/rules.md, the header of', () => {
  const BASE = {
    topics: { title: { en: 'T' }, terms: {} },
    audiences: { title: 'A', languages: ['en'], interests: {} },
    sources: { title: 'S', feed: 'https://s.example/feed', language: 'en' },
  };
  const blocks = Array.from(
    docs.matchAll(/```yaml\n# content\/((\w+)\/(\w+)\.md)\n([\s\S]*?)```/g),
    ([, path = '', folder = '', name = '', yaml = '']) => ({ path, folder, name, yaml }),
  );
  test('every block is looked at', () => {
    expect(blocks).toHaveLength(docs.match(/```yaml/g)?.length ?? 0);
    expect(blocks.length).toBeGreaterThan(4);
  });
  test.for(blocks)('$path is as its schema has it, and its examples hold', async (block) => {
    const { path, folder, name, yaml } = block;
    const header: unknown = parse(yaml);
    const sample = await readDesk(join(ROOT, 'content'));
    const empty = {
      topics: [],
      audiences: [],
      sources: [],
      ledger: ledgerOf([]),
      picks: [],
      candidates: [],
    };
    const desk: Desk = { ...sample, ...empty, rules: BUILT_IN_RULES };
    if (folder === 'rules') {
      const kind = name as keyof typeof RULES;
      Object.assign(desk, { rules: { ...desk.rules, [kind]: RULES[kind].parse(header) } });
    } else {
      const kind = folder as keyof typeof BASE;
      const data = kindOf(kind).schema.parse({ ...BASE[kind], ...(header as object) });
      const entry: Entry<unknown> = { name, path, data, body: '', hash: '' };
      Object.assign(desk, { [kind]: [entry] });
    }
    expect(ruleFaults(desk)).toEqual([]);
  });
});
