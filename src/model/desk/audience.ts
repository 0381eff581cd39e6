import { z } from 'astro/zod';
import type { ContentKind } from './kind.ts';
import { RULE_REFERENCES, ScoreRule } from './scoreRule.ts';
import { Language, Name } from './text.ts';

/** Whom we choose for. */
export const Audience = z.strictObject({
  title: z.string().min(1),
  /** that they read; an item in another language scores nothing for them */
  languages: z.array(Language).min(1),
  /** how much of each topic they want, 1 being ordinary interest */
  interests: z.record(Name, z.number().min(0).max(10)),
  /** phrases that veto an item for this audience */
  avoid: z.array(z.string().min(1)).default([]),
  /** for this audience alone */
  rules: z.array(ScoreRule).default([]),
});
export type Audience = z.infer<typeof Audience>;

/** `audiences/<name>.md` */
export const AUDIENCES = {
  folder: 'audiences',
  schema: Audience,
  refersTo: { 'interests.*~': 'topics', ...RULE_REFERENCES },
  template: { header: { title: '', languages: [''], interests: {}, avoid: [] }, body: '' },
} as const satisfies ContentKind;
