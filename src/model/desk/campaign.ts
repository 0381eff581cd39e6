import { z } from 'astro/zod';
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
    message: 'a campaign ends on or after the day it starts',
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
