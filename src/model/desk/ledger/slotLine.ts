import { z } from 'astro/zod';
import { SlotId } from '../slot.ts';
import { Name } from '../text.ts';
import { Day, Instant } from '../time.ts';
import type { LineKind } from './lineKind.ts';

/** What can happen to a slot, in the order in which lines of the same instant count. */
export const SLOT_EVENTS = ['proposed'] as const;
export type SlotEvent = (typeof SLOT_EVENTS)[number];

/** What was proposed for the calendar, so that what people deleted or cancelled is not proposed again. */
export const SlotLine = z.strictObject({
  at: Instant,
  what: z.literal('slot'),
  /** the slot's */
  id: SlotId,
  event: z.enum(SLOT_EVENTS),
  channel: Name,
  /** the file name of the pick that it was to share */
  pick: Name.optional(),
  /** when it was to go out, as the slot's `at` or `day` says; absent if it was an idea */
  when: z.union([Instant, Day]).optional(),
  title: z.string(),
  /** why it was proposed, in words */
  because: z.string().optional(),
});
export type SlotLine = z.infer<typeof SlotLine>;

export const SLOT_LINES: LineKind<SlotLine> = {
  what: 'slot',
  schema: SlotLine,
  thing: ({ id }) => id,
  events: SLOT_EVENTS,
};
