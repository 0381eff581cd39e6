import type { Desk } from '../../src/model/desk/desk.ts';
import { deskFixture, sourceFixture } from '../../src/model/desk/deskFixture.ts';
import { BUILT_IN_RULES } from '../../src/model/desk/rules.ts';
import { StoryRules } from '../../src/model/desk/storyRules.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import type { Item } from '../../src/model/run/item.ts';
import { addressing } from '../../src/text/address.ts';

/** When the news of this desk is judged. */
export const NOW = '2026-11-21T09:00:00Z' as Instant;

/** A desk of some sources, and what a test adds. */
export function deskWith(more: Partial<Desk> & { stories?: Partial<StoryRules> } = {}): Desk {
  const { stories, ...rest } = more;
  return deskFixture({
    sources: [
      sourceFixture('eco-del-valle', { state: 'trusted' }),
      sourceFixture('la-comarca'),
      sourceFixture('radio-serena'),
      sourceFixture('boletin-local', { state: 'watch' }),
    ],
    rules: { ...BUILT_IN_RULES, stories: StoryRules.parse(stories ?? {}) },
    ...rest,
  });
}

const { canonical, id } = addressing(BUILT_IN_RULES.addresses);

/** An item of a source, at an address of its own unless one is given. */
export function newsItem(
  source: string,
  title: string,
  text: string,
  more: Partial<Item> = {},
): Item {
  const path = `${title} ${text.length}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const url = more.url ?? `https://${source}.example/${path}`;
  return {
    id: id(url),
    title,
    url,
    address: canonical(url),
    source,
    language: 'es',
    published: '2026-11-20T08:00:00Z' as Instant,
    harvested: NOW,
    html: '',
    text,
    categories: [],
    ...more,
  };
}
