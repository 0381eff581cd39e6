import type { z } from 'astro/zod';
import { AddressRules } from './addressRules.ts';
import { NameRules } from './nameRules.ts';
import { StoryRules } from './storyRules.ts';
import { ToneRules } from './toneRules.ts';

/**
 * Data that people may tune, a file each in `rules/`, and what it must be. An empty header satisfies every one of them,
 * and gives what is built in.
 */
export const RULE_SCHEMAS = {
  addresses: AddressRules,
  names: NameRules,
  stories: StoryRules,
  tone: ToneRules,
} as const satisfies Record<string, z.ZodObject>;

export type RuleName = keyof typeof RULE_SCHEMAS;
export const RULE_NAMES = Object.keys(RULE_SCHEMAS) as RuleName[];

/** The rules of a desk; what is built in holds where a file is missing or wrong. */
export type Rules = { [N in RuleName]: z.infer<(typeof RULE_SCHEMAS)[N]> };

/** What holds where a desk says nothing. */
export const BUILT_IN_RULES = Object.fromEntries(
  RULE_NAMES.map((name) => [name, RULE_SCHEMAS[name].parse({})]),
) as Rules;
