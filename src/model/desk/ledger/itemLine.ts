import { z } from 'astro/zod';
import { ItemId } from '../../run/itemId.ts';
import { RememberedText } from '../../run/rememberedText.ts';
import { Language, Name, WebAddress } from '../text.ts';
import { Day, Instant } from '../time.ts';
import type { LineKind } from './lineKind.ts';

/**
 * What can happen to an item, in the order in which lines of the same instant count:
 * the last one decides, so that in doubt a thing is kept rather than lost. `takedown` wins whatever follows.
 */
export const ITEM_EVENTS = [
  'proposed',
  'later',
  'expire',
  'drop',
  'keep',
  'restore',
  'takedown',
] as const;
export type ItemEvent = (typeof ITEM_EVENTS)[number];

/** What became of an item: a decision, with enough to learn from when the network is off. */
export const ItemLine = z.strictObject({
  at: Instant,
  id: ItemId,
  event: z.enum(ITEM_EVENTS),
  reason: z.string().optional(),
  by: z.string().optional(),
  score: z.int().min(0).max(100).optional(),
  audience: Name.optional(),
  /** on `proposed`: to learn from, though others scored higher */
  exploration: z.boolean().optional(),
  source: Name,
  title: z.string(),
  url: WebAddress,
  language: Language,
  /** on `proposed`: what the score read besides; `text` is what it saw below the title, at most `LEDGER_TEXT` characters */
  ...RememberedText.shape,
  /** when its source published it */
  published: z.union([Instant, Day]).optional(),
  /** on `proposed`: what it was surely about, and what it may have been about */
  topics: z.array(Name).optional(),
  suggestedTopics: z.array(Name).optional(),
  /** on `proposed`: first 12 hex digits of the SHA-256 of the feed's own id, if the feed gave one */
  guid: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .optional(),
  /** on `proposed`: SHA-256 of the candidate file as written, in hex */
  hash: z.string().optional(),
});
export type ItemLine = z.infer<typeof ItemLine> & {
  /** lines about items have none */
  what?: undefined;
};

export const ITEM_LINES: LineKind<ItemLine> = {
  what: undefined,
  schema: ItemLine,
  thing: ({ id }) => id,
  events: ITEM_EVENTS,
  final: 'takedown',
};

/** Keys that stand on `proposed` lines alone. */
export const PROPOSAL_KEYS = [
  ...RememberedText.omit({ published: true }).keyof().options,
  'topics',
  'suggestedTopics',
  'guid',
  'hash',
] as const;
