import type { z } from 'astro/zod';
import { type Kind, kindOf } from '../model/desk/kinds.ts';
import { RULE_SCHEMAS, type RuleName } from '../model/desk/rules.ts';
import { Settings } from '../model/desk/settings.ts';
import { CheckedToneRules } from '../phrases/tone/toneRules.ts';

/** What each file of `rules/` must be, the built-in rules that it changes considered. */
export const RULES = {
  ...RULE_SCHEMAS,
  tone: CheckedToneRules,
} as const satisfies Record<RuleName, z.ZodObject>;

/** Whatever has a schema: the files of the folders, of `rules/`, and `desk.md`. */
export type FileKind = Kind | RuleName | 'desk';

/** What a file of this kind must be. */
export function schemaOf(kind: FileKind): z.ZodObject {
  if (kind === 'desk') return Settings;
  return isRule(kind) ? RULES[kind] : kindOf(kind).schema;
}

/** The keys that a kind of file knows, in the order in which Criba writes them. */
export function keysOf(kind: FileKind): string[] {
  return Object.keys(schemaOf(kind).shape);
}

function isRule(kind: FileKind): kind is RuleName {
  return kind in RULES;
}
