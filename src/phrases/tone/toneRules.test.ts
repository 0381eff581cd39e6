import { expect, test } from 'vitest';
import { ToneRules } from '../../model/desk/toneRules.ts';
import { CheckedToneRules, severityOf, toneRulesOf } from './toneRules.ts';

const ruleOf = (rules: ToneRules, id: string) => toneRulesOf(rules).find((rule) => rule.id === id);
const OWN = { id: 'own', language: 'es', category: 'jargon', phrase: 'algo' } as const;

test.for([
  ['nothing', {}, true],
  ['a rule of its own', { rules: [OWN] }, true],
  ['one in capitals', { rules: [{ ...OWN, phrase: undefined, capitals: 3 }] }, true],
  ['a phrase and capitals', { rules: [{ ...OWN, capitals: 3 }] }, false],
  ['neither', { rules: [{ ...OWN, phrase: undefined }] }, false],
  ['a rule without language', { rules: [{ ...OWN, language: undefined }] }, false],
  ['a rule without category', { rules: [{ ...OWN, category: undefined }] }, false],
  ['a category that nobody knows', { rules: [{ ...OWN, category: 'rude' }] }, false],
  ['a key that nobody knows', { rules: [{ ...OWN, level: 'error' }] }, false],
  ['a built-in rule that is off', { rules: [{ id: 'sinergias', severity: 'off' }] }, true],
  ['a name that is mistyped', { rules: [{ id: 'sinergia', severity: 'off' }] }, false],
  ['one rule twice', { rules: [OWN, OWN] }, false],
  ['a category that is off', { severity: { filler: 'off' } }, true],
  ['sentences of its own', { messages: { es: { jargon: 'No.' } } }, true],
  ['sentences for nothing', { messages: { es: { jargón: 'No.' } } }, false],
] as const)('%s: %j may stand in the rules: %s', ([, rules, allowed]) => {
  expect(CheckedToneRules.safeParse(rules).success).toBe(allowed);
});

test('a file changes a built-in rule, key by key, and adds its own', () => {
  const rules = ToneRules.parse({ rules: [{ id: 'sinergias', note: 'No.' }, OWN] });
  const builtIn = ruleOf(ToneRules.parse({}), 'sinergias');
  expect(builtIn?.note).not.toBe('No.');
  expect(ruleOf(rules, 'sinergias')).toEqual({ ...builtIn, note: 'No.' });
  expect(ruleOf(rules, 'own')).toEqual({ ...OWN, in: 'both', matches: [], misses: [] });
});

test('a built-in rule with another phrase loses the examples and the exceptions of the old one', () => {
  const rules = ToneRules.parse({ rules: [{ id: 'propuesta-de-valor', phrase: 'valor' }] });
  const { phrase, unless, matches } = ruleOf(rules, 'propuesta-de-valor') ?? {};
  expect({ phrase, unless, matches }).toEqual({ phrase: 'valor', unless: undefined, matches: [] });
});

test('a rule in capitals may become a phrase', () => {
  const rules = ToneRules.parse({ rules: [{ id: 'mayusculas', phrase: 'oferta' }] });
  const { phrase, capitals } = ruleOf(rules, 'mayusculas') ?? {};
  expect({ phrase, capitals }).toEqual({ phrase: 'oferta', capitals: undefined });
});

test('what a rule says of its severity goes before what its category does', () => {
  const rules = ToneRules.parse({
    severity: { jargon: 'error' },
    rules: [{ id: 'sinergias', severity: 'note' }],
  });
  const reported = ['sinergias', 'empoderar', 'cabe-destacar'].map((id) => {
    const rule = ruleOf(rules, id);
    return rule && severityOf(rule, rules);
  });
  expect(reported).toEqual(['note', 'error', 'note']);
});
