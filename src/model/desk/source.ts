import { z } from 'astro/zod';
import type { ContentKind } from './kind.ts';
import { RULE_REFERENCES, ScoreRule } from './scoreRule.ts';
import { isWebAddress, Language, Name, WebAddress } from './text.ts';
import { Day } from './time.ts';

/** How much of a publisher's text a page may show. */
export const Permission = z.strictObject({
  scope: z.enum(['link', 'excerpt', 'full']),
  status: z.enum(['none', 'asked', 'granted', 'refused']),
  asked: Day.optional(),
  answered: Day.optional(),
  by: z.string().optional(),
  evidence: z.string().optional(),
});
export type Permission = z.infer<typeof Permission>;

/** Somebody we listen to. */
export const Source = z.strictObject({
  title: z.string().min(1),
  /** the publisher's own pages, for people */
  site: WebAddress.optional(),
  /** an http(s) address, or a path inside the repository (`scripts/demo/feeds/x.xml`) */
  feed: z.string().min(1),
  /** of most of its items: weighed against what each item's words say */
  language: Language,
  topics: z.array(Name).default([]),
  state: z.enum(['trial', 'trusted', 'watch', 'retired']).default('trial'),
  /** its items take places first */
  important: z.boolean().optional(),
  /** instead of the desk's `capPerSource` */
  cap: z.int().min(0).max(500).optional(),
  /** days, instead of the desk's `halfLife` */
  halfLife: z.number().positive().max(3650).optional(),
  /** for its items */
  rules: z.array(ScoreRule).default([]),
  permission: Permission.default({ scope: 'link', status: 'none' }),
});
export type Source = z.infer<typeof Source>;

/** What a source's `feed` is: an address to ask, a file of the repository, or neither. */
export type FeedPlace = 'address' | 'file' | 'outside' | 'unreadable';

/**
 * Where a source's feed lies. `outside` would leave the repository; `unreadable` is an address of a scheme that
 * nobody reads, or with a user name in it. Symbolic links are a matter of the disk.
 */
export function feedPlace(feed: string): FeedPlace {
  if (isWebAddress(feed)) return 'address';
  if (/^[a-z]:[\\/]|^[\\/]/i.test(feed) || feed.split(/[\\/]/).includes('..')) return 'outside';
  return /^[a-z][a-z0-9+.-]*:|[\\\0]/i.test(feed) ? 'unreadable' : 'file';
}

/** `sources/<name>.md`: a new one is on trial, and no more than linked to until somebody has asked. */
export const SOURCES = {
  folder: 'sources',
  schema: Source,
  refersTo: { 'topics[*]': 'topics', ...RULE_REFERENCES },
  template: {
    header: {
      title: '',
      site: '',
      feed: '',
      language: '',
      topics: [],
      state: 'trial',
      permission: { scope: 'link', status: 'none' },
    },
    body: '',
  },
} as const satisfies ContentKind;
