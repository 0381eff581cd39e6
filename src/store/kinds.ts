import type { z } from 'astro/zod';
import { AddressRules } from '../model/desk/addressRules.ts';
import { Audience } from '../model/desk/audience.ts';
import { Campaign } from '../model/desk/campaign.ts';
import { Candidate } from '../model/desk/candidate.ts';
import { Channel } from '../model/desk/channel.ts';
import type { Kind } from '../model/desk/desk.ts';
import { NameRules } from '../model/desk/nameRules.ts';
import { PickEntry } from '../model/desk/pick.ts';
import type { RuleName } from '../model/desk/rules.ts';
import { Settings } from '../model/desk/settings.ts';
import { Slot } from '../model/desk/slot.ts';
import { Source } from '../model/desk/source.ts';
import { StoryRules } from '../model/desk/storyRules.ts';
import { Topic } from '../model/desk/topic.ts';
import { CheckedToneRules } from '../phrases/tone/toneRules.ts';

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
  tone: CheckedToneRules,
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
