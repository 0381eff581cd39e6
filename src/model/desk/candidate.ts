import { z } from 'astro/zod';
import { ItemId } from '../run/itemId.ts';
import type { ContentKind } from './kind.ts';
import { Mention } from './mention.ts';
import { Language, Name, WebAddress } from './text.ts';
import { Instant } from './time.ts';
import { Reason } from './why.ts';

/** Another place where the same story stood. */
export const AlsoIn = z.strictObject({ source: Name, url: WebAddress });
export type AlsoIn = z.infer<typeof AlsoIn>;

/** What people may write in a candidate. Case and spaces around the word do not matter. */
export const DECISIONS = ['', 'keep', 'drop', 'later'] as const;
export const Decision = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() : (value ?? '')),
  z.enum(DECISIONS),
);
export type Decision = (typeof DECISIONS)[number];

/** An item with a score, waiting for a person. The body quotes the source; people write around the quotation. */
export const Candidate = z.strictObject({
  id: ItemId,
  // Beside the id, so that git can never carry a decision into the file of another item: it may take that for this one,
  // renamed, but then both lines differ, side by side, and the merge is a conflict.
  /** for people: written empty, and quoted so that any answer parses */
  decision: Decision.default(''),
  reason: z.preprocess((value) => value ?? '', z.string()).default(''),
  title: z.string(),
  url: WebAddress,
  source: Name,
  author: z.string().optional(),
  language: Language,
  published: Instant.optional(),
  harvested: Instant,
  /** the one whose score is `score` */
  audience: Name,
  /** 0 to 100; the sum of `why` */
  score: z.int().min(0).max(100),
  why: z.array(Reason),
  /** those that it is surely about, the strongest first */
  topics: z.array(Name).default([]),
  /** those that it may be about: for people to move up */
  suggestedTopics: z.array(Name).default([]),
  audiences: z.record(Name, z.int().min(0).max(100)).default({}),
  /** proposed to learn from, though others scored higher */
  exploration: z.boolean().optional(),
  story: Name.optional(),
  /** the pick that it follows: the same story, published before */
  follows: Name.optional(),
  alsoIn: z.array(AlsoIn).default([]),
  /** what it speaks of, in its own words: suggestions, at most five */
  keyphrases: z.array(z.string()).default([]),
  /** where it speaks of us */
  mentions: z.array(Mention).default([]),
  image: WebAddress.optional(),
  comments: WebAddress.optional(),
  /** what the publisher allows, as the feed says it */
  license: WebAddress.optional(),
});
export type Candidate = z.infer<typeof Candidate>;

/** Files of `candidates/`, which a harvest makes: `decision` and `reason` are left blank, for people. */
export const CANDIDATES = {
  folder: 'candidates',
  schema: Candidate,
  refersTo: { source: 'sources', audience: 'audiences', 'topics[*]': 'topics' },
  template: {
    header: {
      id: '',
      title: '',
      url: '',
      source: '',
      language: '',
      harvested: '',
      audience: '',
      score: 0,
      why: [],
      decision: '',
      reason: '',
    },
    body: '',
  },
} as const satisfies ContentKind;
