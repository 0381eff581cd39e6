import { expect, test } from 'vitest';
import { commandWords } from '../../../i18n/commandWords.ts';
import type { Instant } from '../../../model/desk/time.ts';
import type { FoundFeed } from '../../../model/run/foundFeed.ts';
import { describeFeed } from './describeFeed.ts';

const FOUND: FoundFeed = {
  feed: 'https://rios.example/feed',
  method: 'link',
  format: 'json',
  title: 'Ríos',
  language: 'en',
  total: 1,
  newest: [{ title: 'Nota', published: '2026-11-20T23:30:00Z' as Instant }, { title: 'Otra' }],
  comments: false,
  duplicates: ['https://rios.example/rss'],
};

test('a feed is described with what is newest in it, by the days of the desk', () => {
  expect(
    describeFeed(FOUND, { number: 2, timeZone: 'Europe/Madrid', speech: commandWords('en') }),
  ).toBe(` 2  Ríos
    https://rios.example/feed
    JSON Feed, 1 item, English (en)
    2026-11-21  Nota
    no date     Otra
    the same at https://rios.example/rss`);
});

test('what is not known of it is left out', () => {
  const { title: _, language: __, ...rest } = FOUND;
  const bare: FoundFeed = {
    ...rest,
    format: 'rss',
    total: 0,
    newest: [],
    duplicates: [],
    comments: true,
  };
  const followedBy = 'content/sources/rios.md';
  expect(
    describeFeed(bare, { number: 10, timeZone: 'UTC', speech: commandWords('en'), followedBy }),
  ).toBe(`10  (no title)
    https://rios.example/feed
    RSS, 0 items, comments, not articles
    followed already: content/sources/rios.md`);
});
