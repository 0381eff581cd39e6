import type { Desk, Entry } from '../../src/model/desk/desk.ts';
import { BUILT_IN_RULES } from '../../src/model/desk/rules.ts';
import { Settings } from '../../src/model/desk/settings.ts';
import { Source } from '../../src/model/desk/source.ts';
import { StoryRules } from '../../src/model/desk/storyRules.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import type { Item } from '../../src/model/run/item.ts';
import { addressing } from '../../src/text/address.ts';

/** When the news of this desk is judged. */
export const NOW = '2026-11-21T09:00:00Z' as Instant;

/** A desk without files but some sources, and what a test adds. */
export function deskWith(more: Partial<Desk> & { stories?: Partial<StoryRules> } = {}): Desk {
  const { stories, ...rest } = more;
  return {
    settings: Settings.parse({
      name: 'Mesa',
      languages: ['es', 'en'],
      timeZone: 'Europe/Madrid',
      contact: 'x',
    }),
    about: '',
    sources: [
      source('eco-del-valle', 'trusted'),
      source('la-comarca', 'trial'),
      source('radio-serena', 'trial'),
      source('boletin-local', 'watch'),
    ],
    topics: [],
    audiences: [],
    channels: [],
    campaigns: [],
    candidates: [],
    picks: [],
    slots: [],
    rules: { ...BUILT_IN_RULES, stories: StoryRules.parse(stories ?? {}) },
    ledger: [],
    quarantine: [],
    findings: [],
    ...rest,
  };
}

function source(name: string, state: Source['state']): Entry<Source> {
  return entry(
    `sources/${name}.md`,
    Source.parse({ title: name, feed: `https://${name}.example/rss`, language: 'es', state }),
  );
}

/** A file of the desk. */
export function entry<T>(path: string, data: T, body = ''): Entry<T> {
  return { name: path.replace(/^.*\/|\.md$/g, ''), path, data, body, hash: '' };
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
