import { z } from 'astro/zod';
import { expects } from './expects.ts';
import { Language, Name } from './text.ts';

/**
 * An item as an example gives it: a text alone, or with what else a rule may ask for. What it leaves out is as the rule
 * wants it, so that a text alone tries the words of a rule that holds for one source or language only.
 */
export const RuleExample = z.union([
  z.string().min(1),
  z.strictObject({
    text: z.string().default(''),
    source: Name.optional(),
    language: Language.optional(),
    author: z.string().optional(),
    /** days since publication */
    age: z.number().min(0).optional(),
  }),
]);
export type RuleExample = z.infer<typeof RuleExample>;

/** What a rule may ask of an item. All conditions that it names must hold, and it names at least one. */
const CONDITIONS = z.strictObject({
  /** in the title or the text, in the grammar of `phrases/phrase.ts` */
  phrase: z.string().min(1).optional(),
  /** any of these words, in whatever inflection; an entry of several words is found where they stand in a row */
  words: z.array(z.string().min(1)).min(1).optional(),
  source: Name.optional(),
  language: Language.optional(),
  /** in the author's name, in the grammar of `phrase` */
  author: z.string().min(1).optional(),
  /** days since publication: older than that; an item without a date is never older */
  olderThan: z.number().min(0).optional(),
});
export type RuleConditions = z.infer<typeof CONDITIONS>;
export const CONDITION_NAMES = CONDITIONS.keyof().options;

/**
 * What a topic, an audience or a source says of certain items: a veto keeps them out, a boost or a penalty moves their
 * score.
 */
export const ScoreRule = z
  .strictObject({
    effect: z.enum(['veto', 'boost', 'penalty']),
    /** what it is called where it shows; its conditions in words, if left out */
    name: z.string().min(1).optional(),
    /** how far a boost or a penalty moves the score, in log-odds */
    strength: z.number().positive().max(5).default(1),
    ...CONDITIONS.shape,
    /** examples that it must match, and that it must not; `npm run check` tries them */
    matches: z.array(RuleExample).default([]),
    misses: z.array(RuleExample).default([]),
  })
  .refine(
    (rule) => CONDITION_NAMES.some((name) => rule[name] !== undefined),
    expects('expects/condition', { names: { oneOf: CONDITION_NAMES } }),
  );
export type ScoreRule = z.infer<typeof ScoreRule>;

/** Where the rules of a file name sources: in their conditions and in their examples. */
export const RULE_REFERENCES = {
  'rules[*].source': 'sources',
  'rules[*].matches[*].source': 'sources',
  'rules[*].misses[*].source': 'sources',
} as const;
