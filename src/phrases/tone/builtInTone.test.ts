import { describe, expect, test } from 'vitest';
import { ToneRules } from '../../model/desk/toneRules.ts';
import { faultsOf } from './failedToneExamples.ts';
import { toneRulesOf } from './toneRules.ts';

const rules = toneRulesOf(ToneRules.parse({}));

describe('every built-in rule', () => {
  test.for(rules.map((rule) => [rule.id, rule] as const))(
    '%s: its examples come out',
    ([, rule]) => {
      expect(rule.matches.length).toBeGreaterThan(0);
      expect(rule.misses.length).toBeGreaterThan(0);
      expect(faultsOf(rule, rule)).toEqual([]);
    },
  );
});

test('there are enough of them, no two of a name, in either language', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const language of ['es', 'en']) {
    expect(rules.filter((rule) => rule.language === language).length).toBeGreaterThan(45);
  }
});
