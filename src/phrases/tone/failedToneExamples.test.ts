import { expect, test } from 'vitest';
import { ToneRules } from '../../model/desk/toneRules.ts';
import { failedToneExamples } from './failedToneExamples.ts';

const own = (more: object) =>
  failedToneExamples(
    ToneRules.parse({
      rules: [{ id: 'pan', language: 'es', category: 'jargon', phrase: 'pan', ...more }],
    }),
  );

test.for([
  ['examples that come out', { matches: ['El pan'], misses: ['Los panes'] }, []],
  ['a match that is none', { matches: ['El pan', 'Los panes'] }, [['matches', 1]]],
  ['a miss that is none', { misses: ['El pan'] }, [['misses', 0]]],
  ['a phrase that cannot be read', { phrase: '(pan', matches: ['El pan'] }, [['phrase']]],
  ['an exception that cannot be read', { unless: '*' }, [['unless']]],
  ['a rule that is off is tried', { severity: 'off', matches: ['x'] }, [['matches', 0]]],
] as const)('%s', ([, more, places]) => {
  expect(own(more).map(({ at }) => at)).toEqual(places.map((place) => ['rules', 0, ...place]));
});

test('it says which example of which rule', () => {
  expect(own({ matches: ['Los panes'] })).toEqual([
    {
      at: ['rules', 0, 'matches', 0],
      reason: { code: 'tone-example/missed', values: { rule: 'pan', text: 'Los panes' } },
    },
  ]);
});

test('examples that are added to a built-in rule are tried by its phrase', () => {
  const rules = ToneRules.parse({ rules: [{ id: 'sinergias', misses: ['Una sinergia'] }] });
  expect(failedToneExamples(rules)).toHaveLength(1);
});
