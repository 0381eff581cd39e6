import { expect, test } from 'vitest';
import type { ContentKind } from '../../model/desk/kind.ts';
import { KINDS } from '../../model/desk/kinds.ts';
import { keysAt } from '../keysAt.ts';
import { namesAt } from './namesAt.ts';

const HEADER = {
  parent: 'agua',
  topics: ['agua', 'clima'],
  interests: { agua: 2, clima: 1 },
  rules: [
    { phrase: 'presa' },
    { source: 'rios', matches: ['a text', { text: 'x', source: 'pozos' }] },
  ],
};

test.for([
  ['parent', { agua: ['parent'] }],
  ['topics[*]', { agua: ['topics', 0], clima: ['topics', 1] }],
  ['interests.*~', { agua: ['interests', 'agua'], clima: ['interests', 'clima'] }],
  ['rules[*].source', { rios: ['rules', 1, 'source'] }],
  ['rules[*].matches[*].source', { pozos: ['rules', 1, 'matches', 1, 'source'] }],
  ['parent[*]', {}],
  ['topics', {}],
  ['gone[*].source', {}],
] as const)('%s names what stands there', ([path, names]) => {
  const expected = Object.entries(names).map(([name, at]) => ({ name, at }));
  expect(namesAt(HEADER, path)).toEqual(expected);
});

test.for(
  (KINDS as readonly ContentKind[]).flatMap(({ folder, schema, refersTo }) =>
    Object.keys(refersTo).map((path) => [folder, path, schema] as const),
  ),
)('a file of %s may have %s', ([, path, schema]) => {
  const steps = path.match(/\*~|[^.[\]]+/g) ?? [];
  for (const [index, step] of steps.entries()) {
    if (step.startsWith('*')) continue;
    expect(keysAt(schema, steps.slice(0, index))).toContain(step);
  }
});
