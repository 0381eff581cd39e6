import { z } from 'astro/zod';
import { expects } from './expects.ts';
import type { ContentKind } from './kind.ts';
import { Name } from './text.ts';
import { Day } from './time.ts';

/** A named run of slots. */
export const Campaign = z
  .strictObject({
    title: z.string().min(1),
    goal: z.string().default(''),
    start: Day,
    end: Day,
    channels: z.array(Name).default([]),
    owner: z.string().optional(),
  })
  .refine((campaign) => campaign.start <= campaign.end, {
    path: ['end'],
    ...expects('expects/end-after-start', {}),
  });
export type Campaign = z.infer<typeof Campaign>;

/** `campaigns/<name>.md` */
export const CAMPAIGNS = {
  folder: 'campaigns',
  schema: Campaign,
  refersTo: { 'channels[*]': 'channels' },
  template: {
    header: { title: '', goal: '', start: '', end: '', channels: [], owner: '' },
    body: '',
  },
} as const satisfies ContentKind;
