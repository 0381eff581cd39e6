import { expect, test } from 'vitest';
import { commandWords } from '../../i18n/commandWords.ts';
import type { RuleHits } from '../../phrases/rules/ruleHits.ts';
import { rulesTable } from './rulesTable.ts';

const rule = (name: string, examples: string[]): RuleHits => ({
  where: 'audiences/press',
  name,
  effect: 'boost',
  hits: examples.length,
  of: 4,
  examples,
});

test('a rule is a row, with titles that it hit below; rules without hits stand apart', () => {
  const rules = [
    rule('Pantanos', ['El embalse número 0', 'El embalse número 2']),
    rule('Trenes', []),
  ];
  expect(rulesTable(rules, commandWords('en')).split('\n')).toEqual([
    'hits  of  effect  rule      file',
    '   2   4  boost   Pantanos  audiences/press',
    '          El embalse número 0',
    '          El embalse número 2',
    '',
    'These hit nothing:',
    '   0   4  boost   Trenes    audiences/press',
  ]);
});
