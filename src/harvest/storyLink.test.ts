import { expect, test } from 'vitest';
import { storyLink } from './storyLink.ts';

const story = 'https://water.example/2026/rain';

test.for([
  ['a link that counts clicks', 'http://feeds.burn.example/~r/Water/~3/aBc/rain', story, story],
  ['another such', 'https://feeds.blitz.example/~/91823/0/water~Rain/', story, story],
  ['a third', 'http://feeds.water.example/click.phdo?i=cc0c5f', ` ${story}\n`, story],
  [
    'whose guid is no address',
    'http://f.example/~r/Water/~3/aBc',
    'tag:water.example,2026:7',
    'http://f.example/~r/Water/~3/aBc',
  ],
  [
    'whose guid counts clicks too',
    'http://f.example/~r/a/~3/b',
    'http://f.example/~r/c/~3/d',
    'http://f.example/~r/a/~3/b',
  ],
  ['a link, and the number of the story', story, 'https://water.example/?p=4116', story],
  [
    'a link blog’s link, and its own note',
    'https://other.example/a',
    story,
    'https://other.example/a',
  ],
  [
    'a link to a home page',
    'https://water.example/~rosa/',
    'https://water.example/x',
    'https://water.example/~rosa/',
  ],
  ['no guid', story, undefined, story],
  ['no link', undefined, story, undefined],
] as const)('%s: %s with the guid %s leads to %s', ([, url, guid, place]) => {
  expect(storyLink({ url, guid })).toBe(place);
});
