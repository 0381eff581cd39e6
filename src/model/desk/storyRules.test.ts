import { describe, expect, test } from 'vitest';
import { readStoryLine, StoryRules } from './storyRules.ts';

const ADDRESS = 'https://press.example/lift?story=12&from=a=b';

describe('a line names its items', () => {
  test.for([
    ['by id and address', `132ddd20a830 = ${ADDRESS}`, ['132ddd20a830', ADDRESS]],
    ['by file', 'the-lift-4c2b4e | los-sabados-132ddd', ['the-lift-4c2b4e', 'los-sabados-132ddd']],
    [
      'by the path of a file',
      'content/picks/2026/11/the-lift-4c2b4e.md != 132DDD20A830',
      ['the-lift-4c2b4e', '132ddd20a830'],
    ],
    [
      'more than two, in all manner of brackets',
      `<${ADDRESS}>, "132ddd20a830" y \`the-lift-4c2b4e.md\``,
      [ADDRESS, '132ddd20a830', 'the-lift-4c2b4e'],
    ],
    [
      'with nothing but space between',
      '132ddd20a830   4c2b4e112233',
      ['132ddd20a830', '4c2b4e112233'],
    ],
  ] as const)('%s', ([, line, named]) => {
    expect(readStoryLine(line)).toEqual(named);
  });
});

describe('a line that cannot be understood is said to be so:', () => {
  test.for([
    ['one item', '132ddd20a830', 'two items or more'],
    ['one item twice', '132ddd20a830 = 132ddd20a830', 'two items or more'],
    ['nothing', '  ', 'two items or more'],
    ['an id that lost a digit', '132ddd20a83 = 4c2b4e112233', '"132ddd20a83" is no id'],
    ['a title', 'El puente reabre = 4c2b4e112233', '"El" is no id'],
    [
      'an address without its scheme',
      'press.example/the-lift = 4c2b4e112233',
      '"press.example/the-lift" is',
    ],
    ['a broken address', 'https://[ = 4c2b4e112233', 'no address that can be read'],
  ] as const)('%s', ([, line, message]) => {
    for (const key of ['join', 'split']) {
      const issues = StoryRules.safeParse({ [key]: ['132ddd20a830 = 4c2b4e112233', line] }).error
        ?.issues;
      expect(issues).toMatchObject([{ path: [key, 1], message: expect.stringContaining(message) }]);
    }
  });
});

test('an empty file, and a key without lines, say nothing', () => {
  expect(StoryRules.parse({})).toEqual({ join: [], split: [] });
  expect(StoryRules.parse({ join: null })).toEqual({ join: [], split: [] });
});
