import { z } from 'astro/zod';
import { expects } from './expects.ts';
import type { ContentKind } from './kind.ts';
import { Name } from './text.ts';
import { Day, Instant } from './time.ts';

export const SLOT_KINDS = ['share', 'original', 'conversation', 'newsletter', 'deadline'] as const;
export const SLOT_STATES = ['draft', 'review', 'approved', 'cancelled'] as const;

/** What a slot is known by, whatever becomes of its file's name and its title: minted once, at random. */
export const SlotId = z.string().regex(/^[0-9a-f]{12}$/, expects('expects/slot-id', {}));

/**
 * An id for a new slot.
 * @param randomBytes gives as many as it is asked for, as that of `node:crypto` does
 */
export function newSlotId(randomBytes: (size: number) => Uint8Array): string {
  return Array.from(randomBytes(6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isBlank(value: unknown): boolean {
  return value === '' || value === null;
}

/**
 * A place on the calendar: a channel, a time, an owner, a text, and mostly a pick.
 * With neither `at` nor `day` it is an idea. The body is the text to publish.
 */
export const Slot = z
  .strictObject({
    id: z.preprocess((value) => (isBlank(value) ? undefined : value), SlotId.optional()).optional(),
    title: z.string().min(1),
    at: Instant.optional(),
    day: Day.optional(),
    channel: Name,
    kind: z.enum(SLOT_KINDS),
    /** the file name of a pick */
    pick: Name.optional(),
    campaign: Name.optional(),
    owner: z.string().optional(),
    state: z.enum(SLOT_STATES).default('draft'),
    due: Day.optional(),
    tags: z.array(z.string()).default([]),
  })
  .refine((slot) => slot.at === undefined || slot.day === undefined, {
    path: ['day'],
    ...expects('expects/moment-or-day', {}),
  });
export type Slot = z.infer<typeof Slot>;

/** `slots/<name>.md` */
export const SLOTS = {
  folder: 'slots',
  schema: Slot,
  refersTo: { channel: 'channels', pick: 'picks', campaign: 'campaigns' },
  template: {
    header: {
      id: '',
      title: '',
      day: '',
      channel: '',
      kind: 'share',
      pick: '',
      campaign: '',
      owner: '',
      state: 'draft',
      tags: [],
    },
    body: '',
  },
} as const satisfies ContentKind;
