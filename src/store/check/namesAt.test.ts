import { expect, test } from 'vitest';
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
