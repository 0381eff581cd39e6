import type { z } from 'astro/zod';
import { AddressRules } from '../model/addressRules.ts';
import { Audience } from '../model/audience.ts';
import { Campaign } from '../model/campaign.ts';
import { Candidate } from '../model/candidate.ts';
import { Channel } from '../model/channel.ts';
import type { Kind } from '../model/desk.ts';
import { NameRules } from '../model/nameRules.ts';
import { PickEntry } from '../model/pick.ts';
import type { RuleName } from '../model/rules.ts';
import { Settings } from '../model/settings.ts';
import { Slot } from '../model/slot.ts';
import { Source } from '../model/source.ts';
import { StoryRules } from '../model/storyRules.ts';
import { ToneRules } from '../model/toneRules.ts';
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

/** What each file of `rules/` must be. An empty header satisfies every one of them, and gives what is built in. */
export const RULES = {
  addresses: AddressRules,
  names: NameRules,
  stories: StoryRules,
  tone: ToneRules,
} as const satisfies Record<RuleName, z.ZodObject>;

/** Whatever has a schema: the files of the folders, of `rules/`, and `desk.md`. */
export type FileKind = Kind | RuleName | 'desk';

export const SETTINGS = Settings;

/** Folders whose files stand under a year and a month: `picks/2026/11/x.md`. */
export const DATED: ReadonlySet<Kind> = new Set(['candidates', 'picks']);

/** The keys that a kind of file knows, in the order in which Criba writes them. */
export function keysOf(kind: FileKind): string[] {
  return Object.keys({ ...SCHEMAS, ...RULES, desk: SETTINGS }[kind].shape);
}
