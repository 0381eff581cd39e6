import { z } from 'astro/zod';
import { ItemId } from '../run/item.ts';
import { AlsoIn, Decision } from './candidate.ts';
import type { ContentKind } from './kind.ts';
import { Mention } from './mention.ts';
import { Language, Name, WebAddress } from './text.ts';
import { Day, Instant } from './time.ts';
import { Reason } from './why.ts';

const Score = z.int().min(0).max(100);

/**
 * What a person kept, with their words. A pick made by hand needs only `title` and `url`.
 * In the body, what stands in a blockquote is the source's; the rest is the curator's and public.
 */
export const PickEntry = z.strictObject({
  id: ItemId.optional(),
  title: z.string(),
  url: WebAddress,
  source: Name.optional(),
  author: z.string().optional(),
  language: Language.optional(),
  published: z.union([Instant, Day]).optional(),
  harvested: Instant.optional(),
  kept: z.union([Instant, Day]).optional(),
  keptBy: z.string().optional(),
  /** not on the public site before this day, or this moment */
  publish: z.union([Instant, Day]).optional(),
  /** when somebody looks at it again */
  review: Day.optional(),
  /** not on the public site from this day on */
  expires: Day.optional(),
  /** opens the front page */
  lead: z.boolean().optional(),
  topics: z.array(Name).default([]),
  audience: Name.optional(),
  story: Name.optional(),
  /** an earlier pick of the same story */
  follows: Name.optional(),
  alsoIn: z.array(AlsoIn).default([]),
  score: Score.optional(),
  why: z.array(Reason).optional(),
  /** what the publisher allows, as the feed said it: https://creativecommons.org/licenses/by/4.0/ */
  license: WebAddress.optional(),
  // Left over where a person moved a candidate here by hand, and no concern of a reader's.
  image: WebAddress.optional(),
  comments: WebAddress.optional(),
  audiences: z.record(Name, Score).optional(),
  suggestedTopics: z.array(Name).optional(),
  exploration: z.boolean().optional(),
  keyphrases: z.array(z.string()).optional(),
  mentions: z.array(Mention).optional(),
  decision: Decision.optional(),
  /** stays with the team: the ledger takes it */
  reason: z.string().optional(),
});
export type PickEntry = z.infer<typeof PickEntry>;

/** `picks/<year>/<month>/<name>.md` */
export const PICKS = {
  folder: 'picks',
  schema: PickEntry,
  dated: true,
  refersTo: { source: 'sources', audience: 'audiences', 'topics[*]': 'topics' },
  template: {
    header: { title: '', url: '', source: '', language: '', kept: '', keptBy: '' },
    body: '',
  },
} as const satisfies ContentKind;
