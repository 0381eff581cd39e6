import type { z } from 'astro/zod';
import { Audience } from '../model/audience.ts';
import { Campaign } from '../model/campaign.ts';
import { Candidate } from '../model/candidate.ts';
import { Channel } from '../model/channel.ts';
import type { Kind } from '../model/desk.ts';
import { PickEntry } from '../model/pick.ts';
import { Settings } from '../model/settings.ts';
import { Slot } from '../model/slot.ts';
import { Source } from '../model/source.ts';
import { Topic } from '../model/topic.ts';

/** What each folder's files must be. */
export const SCHEMAS = {
  sources: Source,
  topics: Topic,
  audiences: Audience,
  channels: Channel,
  campaigns: Campaign,
  candidates: Candidate,
  picks: PickEntry,
  slots: Slot,
} as const satisfies Record<Kind, z.ZodObject>;

export const SETTINGS = Settings;

/** Folders whose files stand under a year and a month: `picks/2026/11/x.md`. */
export const DATED: ReadonlySet<Kind> = new Set(['candidates', 'picks']);

/** The keys that a kind of file knows, in the order in which Criba writes them. */
export function keysOf(kind: Kind | 'desk'): string[] {
  return Object.keys(kind === 'desk' ? SETTINGS.shape : SCHEMAS[kind].shape);
}
