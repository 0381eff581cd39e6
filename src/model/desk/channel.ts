import { z } from 'astro/zod';
import { expects } from './expects.ts';
import type { ContentKind } from './kind.ts';
import { Language, Name } from './text.ts';
import { TimeZone } from './time.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When a channel usually speaks. */
export const Cadence = z.strictObject({
  days: z.array(z.enum(WEEKDAYS)).min(1),
  /** `HH:MM` on the channel's clock */
  times: z
    .array(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, expects('expects/time', {})))
    .min(1),
});

/** Where we publish. */
export const Channel = z.strictObject({
  title: z.string().min(1),
  /** `mastodon`, `newsletter`, `web`, … */
  network: z.string().min(1),
  language: Language,
  /** instead of the desk's */
  timeZone: TimeZone.optional(),
  cadence: z.array(Cadence).default([]),
  /** hours between two slots at least */
  minGap: z.number().min(0).optional(),
  maxPerDay: z.int().min(1).optional(),
  /** characters of a text at most */
  limit: z.int().min(1).optional(),
  audience: Name.optional(),
  owner: z.string().optional(),
});
export type Channel = z.infer<typeof Channel>;

/** `channels/<name>.md` */
export const CHANNELS = {
  folder: 'channels',
  schema: Channel,
  refersTo: { audience: 'audiences' },
  template: {
    header: { title: '', network: '', language: '', cadence: [], audience: '', owner: '' },
    body: '',
  },
} as const satisfies ContentKind;
