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
    ['one item', '132ddd20a830', { message: 'expects/two-items' }],
    ['one item twice', '132ddd20a830 = 132ddd20a830', { message: 'expects/two-items' }],
    ['nothing', '  ', { message: 'expects/two-items' }],
    [
      'an id that lost a digit',
      '132ddd20a83 = 4c2b4e112233',
      { message: 'expects/story-reference', params: { word: '132ddd20a83' } },
    ],
    [
      'a title',
      'El puente reabre = 4c2b4e112233',
      { message: 'expects/story-reference', params: { word: 'El' } },
    ],
    [
      'an address without its scheme',
      'press.example/the-lift = 4c2b4e112233',
      { message: 'expects/story-reference', params: { word: 'press.example/the-lift' } },
    ],
    [
      'a broken address',
      'https://[ = 4c2b4e112233',
      { message: 'expects/story-address', params: { address: 'https://[' } },
    ],
  ] as const)('%s', ([, line, refused]) => {
    for (const key of ['join', 'split']) {
      const issues = StoryRules.safeParse({ [key]: ['132ddd20a830 = 4c2b4e112233', line] }).error
        ?.issues;
      expect(issues).toMatchObject([{ path: [key, 1], ...refused }]);
    }
  });
});

test('an empty file, and a key without lines, say nothing', () => {
  expect(StoryRules.parse({})).toEqual({ join: [], split: [] });
  expect(StoryRules.parse({ join: null })).toEqual({ join: [], split: [] });
});
