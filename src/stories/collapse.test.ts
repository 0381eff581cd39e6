import { describe, expect, test } from 'vitest';
import { newsItem } from '../../tests/support/townNews.ts';
import { collapse } from './collapse.ts';
import type { Story, StoryFinding } from './findStories.ts';

const [a, b, c, d] = ['la-comarca', 'radio-serena', 'eco-del-valle', 'la-comarca'].map(
  (source, at) => newsItem(source, `Noticia ${at}`, '', { id: `00000000000${'abcd'[at]}` }),
) as [Item, Item, Item, Item];
type Item = ReturnType<typeof newsItem>;

function finding(stories: Partial<Story>[]): StoryFinding {
  const whole = stories.map(({ items = [], ...more }) => ({
    lead: items[0] ?? '',
    items,
    copies: [],
    repeats: [],
    publishers: 1,
    ...more,
  }));
  return {
    stories: whole,
    of: (id) => whole.find(({ items }) => items.includes(id)),
    novelty: () => ({ left: 1 }),
  };
}

describe('of a story', () => {
  const found = finding([{ items: [a.id, b.id, c.id], copies: [b.id] }, { items: [d.id] }]);

  test('the first leads, a copy is a duplicate, and another report is the same story', () => {
    const { leads, alsoIn, behind } = collapse([a, b, c, d], found);
    expect([...leads]).toEqual([a.id, d.id]);
    expect([...behind]).toEqual([
      [b.id, { outcome: 'duplicate', detail: a.id }],
      [c.id, { outcome: 'sameStory', detail: a.id }],
    ]);
    expect([...alsoIn]).toEqual([
      [
        a.id,
        [
          { source: c.source, url: c.url },
          { source: b.source, url: b.url },
        ],
      ],
    ]);
  });
  test('the next leads where the first is not good enough, and the first shows only if it may', () => {
    const shown = collapse([b, c], found, [a, b, c]);
    expect([...shown.leads]).toEqual([b.id]);
    expect(shown.behind.get(a.id)).toBeUndefined();
    expect(shown.alsoIn.get(b.id)?.map(({ source }) => source)).toEqual([c.source, a.source]);
    expect(collapse([b, c], found).alsoIn.get(b.id)).toEqual([{ source: c.source, url: c.url }]);
  });
  test('the places that the sieve found stand with the others, one a source and none its own', () => {
    const sieved = new Map([
      [a.id, [{ source: 'boletin', url: 'https://x.example/1' }]],
      [
        b.id,
        [
          { source: 'boletin', url: 'https://x.example/2' },
          { source: a.source, url: a.url },
        ],
      ],
    ]);
    const places = collapse([a, b], found, [a, b], sieved).alsoIn.get(a.id);
    expect(places).toEqual([
      { source: 'boletin', url: 'https://x.example/1' },
      { source: b.source, url: b.url },
    ]);
  });
});

describe('behind what the desk has stands', () => {
  test('a copy of a pick, and not a new report of it', () => {
    const found = finding([
      { items: [a.id, b.id], copies: [a.id], repeats: [a.id], follows: 'x-111111' },
    ]);
    const { leads, behind } = collapse([a, b], found);
    expect([...leads]).toEqual([b.id]);
    expect([...behind]).toEqual([[a.id, { outcome: 'duplicate', detail: 'x-111111' }]]);
  });
  test('all that tells what waits as a candidate', () => {
    const found = finding([
      { items: [a.id, b.id], copies: [b.id], repeats: [b.id], waiting: 'y-222222' },
    ]);
    const { leads, alsoIn, behind } = collapse([a, b], found);
    expect([leads.size, alsoIn.size]).toEqual([0, 0]);
    expect([...behind]).toEqual([
      [a.id, { outcome: 'sameStory', detail: 'y-222222' }],
      [b.id, { outcome: 'duplicate', detail: 'y-222222' }],
    ]);
  });
});
