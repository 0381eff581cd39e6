import { z } from 'astro/zod';
import type { ContentKind } from './kind.ts';
import { RULE_REFERENCES, ScoreRule } from './scoreRule.ts';
import { Name, Words } from './text.ts';

/** A word or a phrase; as an object, with a weight (1 is ordinary, 3 is as good as proof). */
export const Term = z.union([
  z.string().min(1),
  z.strictObject({ term: z.string().min(1), weight: z.number().positive().max(10) }),
]);
export type Term = z.infer<typeof Term>;

/** What we care about. The body is our position on it. */
export const Topic = z.strictObject({
  title: Words,
  terms: z.strictObject({ es: z.array(Term).default([]), en: z.array(Term).default([]) }),
  /** phrases that veto an item for this topic */
  exclude: z.array(z.string().min(1)).default([]),
  /** for items that are about this topic */
  rules: z.array(ScoreRule).default([]),
  /** days in which an item about it loses half its freshness, instead of its source's or the desk's */
  halfLife: z.number().positive().max(3650).optional(),
  parent: Name.optional(),
});
export type Topic = z.infer<typeof Topic>;

/** `topics/<name>.md` */
export const TOPICS = {
  folder: 'topics',
  schema: Topic,
  refersTo: { parent: 'topics', ...RULE_REFERENCES },
  template: {
    header: { title: { es: '', en: '' }, terms: { es: [], en: [] }, parent: '' },
    body: '',
  },
} as const satisfies ContentKind;
