import { expect, test } from 'vitest';
import { wellKnownPaths } from './wellKnownPaths.ts';

test.for([
  ['https://rios.example/', ['/feed', '/rss.xml', '/feed.xml']],
  ['https://rios.example/index.html', ['/feed', '/rss.xml', '/feed.xml']],
  [
    'https://rios.example/noticias/',
    ['/noticias/feed', '/noticias/rss.xml', '/noticias/index.xml', '/feed'],
  ],
] as const)('a feed of %s may be at %j', ([page, paths]) => {
  expect(wellKnownPaths(page).slice(0, paths.length)).toEqual(
    paths.map((path) => `https://rios.example${path}`),
  );
});

test('they are few, and each is tried once', () => {
  const paths = wellKnownPaths('https://rios.example/blog/');
  expect(paths.length).toBeLessThanOrEqual(12);
  expect(new Set(paths).size).toBe(paths.length);
});

test('WordPress has a feed for each archive, and under an article only its comments', () => {
  const of = (path: string) =>
    wellKnownPaths(`https://rios.example${path}`, { wordpress: true })[0];
  expect(of('/category/agua/')).toBe('https://rios.example/category/agua/feed/');
  expect(of('/autor/ana')).toBe('https://rios.example/autor/ana/feed/');
  expect(of('/2026/11/una-nota/')).toBe('https://rios.example/feed');
});

test.for([
  'https://www.reddit.com/r/water',
  'https://github.com/rivers',
  'https://old.reddit.com/',
  'https://open.substack.com/pub/rios',
])('in a house of many, as %s, they would be somebody else’s', (page) => {
  expect(wellKnownPaths(page)).toEqual([]);
});
