import { parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import type { Day, Instant } from '../model/desk/time.ts';
import type { Feed, FeedItem } from '../model/site/feed.ts';
import { rss } from './rss.ts';

const item: FeedItem = {
  id: '0123456789ab',
  title: 'Agua & «sequía»',
  href: 'https://town.example/2026/11/agua/',
  day: '2026-11-21' as Day,
  note: 'Lo que dice <b>el recibo</b>.',
  url: 'https://paper.example/?a=1&b=2',
  author: 'Ana',
  topics: ['Agua', 'Clima'],
};
const feed: Feed = {
  title: 'Mirador',
  description: 'Lo que leemos',
  language: 'es',
  href: 'https://town.example/',
  self: 'https://town.example/rss.xml',
  timeZone: 'Europe/Madrid',
  items: [item],
};
const read = (given: Partial<FeedItem> = {}) =>
  parseRssFeed(rss({ ...feed, items: [{ ...item, ...given }] })).items?.[0];
/** What a browser would show of HTML that has no tags. */
const textOf = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('another reader finds in the feed', () => {
  test('the channel', () => {
    expect(parseRssFeed(rss(feed))).toMatchObject({
      title: 'Mirador',
      description: 'Lo que leemos',
      link: 'https://town.example/',
      language: 'es',
    });
  });
  test('the item', () => {
    expect(read()).toMatchObject({
      title: 'Agua & «sequía»',
      link: 'https://town.example/2026/11/agua/',
      description: 'Lo que dice &lt;b&gt;el recibo&lt;/b&gt;.',
      guid: { value: 'criba:0123456789ab', isPermaLink: false },
      categories: [{ name: 'Agua' }, { name: 'Clima' }],
    });
  });
  // A description is read twice: as XML by the reader, and what comes out as HTML by its page.
  test.for(['a < b & c > d', '<img src=x onerror="alert(1)">', '&lt;b&gt; as somebody wrote it'])(
    'a note whose text is shown and never run: %s',
    (note) => {
      const html = read({ note })?.description ?? '';
      expect(html).not.toMatch(/[<>]/);
      expect(textOf(html)).toBe(note);
    },
  );
  test('an item without day or author', () => {
    const found = read({ day: undefined, author: undefined, topics: [] });
    expect(found?.pubDate).toBeUndefined();
    expect(found?.title).toBe(item.title);
  });
});

test.for([
  ['a day is its beginning on the desk’s clocks', '2026-11-21', 'Fri, 20 Nov 2026 23:00:00 +0000'],
  ['in summer', '2026-07-01', 'Tue, 30 Jun 2026 22:00:00 +0000'],
  ['a moment is itself', '2026-11-21T09:30:00+01:00', 'Sat, 21 Nov 2026 08:30:00 +0000'],
] as const)('%s', ([, day, date]) => {
  expect(rss({ ...feed, items: [{ ...item, day: day as Day | Instant }] })).toContain(
    `<pubDate>${date}</pubDate>`,
  );
});

test('characters that XML does not have are left out, and all others come back', () => {
  const naughty = 'a\u0000b\u0007c\u000Bd\u001Fe\uFFFEf\uD800g ]]> <![CDATA[ &amp; "q" \u{1F389} ñ';
  expect(read({ title: naughty })?.title).toBe('abcdefg ]]> <![CDATA[ &amp; "q" \u{1F389} ñ');
});

test('the guid is the same wherever the site stands', () => {
  const moved = rss({ ...feed, items: [{ ...item, href: '/2026/11/agua/' }] });
  expect(moved).toContain('<guid isPermaLink="false">criba:0123456789ab</guid>');
});

test('the same picks give the same bytes: nothing says when it was made', () => {
  expect(rss(feed)).not.toMatch(/lastBuildDate|<generator/);
});

test('a site that does not know its address does not claim one', () => {
  expect(rss({ ...feed, href: '/', self: '/rss.xml' })).not.toContain('atom:link href');
});
