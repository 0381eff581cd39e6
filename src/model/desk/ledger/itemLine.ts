import { z } from 'astro/zod';
import { ItemId } from '../../run/item.ts';
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
  /** on `proposed`: when its source published it */
  published: z.union([Instant, Day]).optional(),
  /** on `proposed`: what the score saw, at most `LEDGER_TEXT` characters */
  text: z.string().optional(),
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

/** Characters of text that a `proposed` line remembers at most. */
export const LEDGER_TEXT = 1_200;
