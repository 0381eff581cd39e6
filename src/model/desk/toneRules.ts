import { z } from 'astro/zod';
import { refusal } from './expects.ts';
import { Language, Name } from './text.ts';

/**
 * What a phrase can be guilty of: `jargon` of companies, `officialese` of offices, `promotion` (praise instead of
 * facts), `clickbait` (a title that withholds what it is about), `filler` (words that can go), `shouting`.
 */
export const TONE_CATEGORIES = [
  'jargon',
  'officialese',
  'promotion',
  'clickbait',
  'filler',
  'shouting',
] as const;
export type ToneCategory = (typeof TONE_CATEGORIES)[number];

export const ToneSeverity = z.enum(['off', 'note', 'warning', 'error']);
export type ToneSeverity = z.infer<typeof ToneSeverity>;

/** Where a rule holds: in titles, in texts, or in both. */
export const TonePlace = z.enum(['title', 'body', 'both']);
export type TonePlace = z.infer<typeof TonePlace>;

/** A rule as a desk writes it. Where its id is that of a built-in rule, what it says replaces what is built in. */
export const WrittenToneRule = z.strictObject({
  id: Name,
  language: Language.optional(),
  category: z.enum(TONE_CATEGORIES).optional(),
  /** in the grammar of `phrases/phrase.ts` */
  phrase: z.string().min(1).optional(),
  /** instead of a phrase: so many words in capitals, one after the other */
  capitals: z.int().min(2).max(50).optional(),
  in: TonePlace.optional(),
  /** a phrase that excuses what it overlaps */
  unless: z.string().min(1).optional(),
  severity: ToneSeverity.optional(),
  /** how sure it is, in titles of others, that the title is what the category says */
  strength: z.number().min(0).max(1).optional(),
  /** what to write instead; what the category says, if left out */
  note: z.string().min(1).optional(),
  /** examples that it must match, and that it must not; `npm run check` tries them */
  matches: z.array(z.string().min(1)).optional(),
  misses: z.array(z.string().min(1)).optional(),
});
export type WrittenToneRule = z.infer<typeof WrittenToneRule>;

const Severities = z.strictObject({
  jargon: ToneSeverity.default('warning'),
  officialese: ToneSeverity.default('warning'),
  promotion: ToneSeverity.default('warning'),
  clickbait: ToneSeverity.default('warning'),
  filler: ToneSeverity.default('note'),
  shouting: ToneSeverity.default('warning'),
});

const Messages = z.partialRecord(z.enum(TONE_CATEGORIES), z.string().min(1));

/**
 * `rules/tone.md`: phrases that the desk does not want to read in its own drafts and, where they are clickbait or
 * promotion, holds against the titles of others. The built-in rules hold besides, and a rule here with the id of one of
 * them changes it; `severity: "off"` takes it away.
 */
export const ToneRules = z.strictObject({
  /** by category; what a rule says of itself goes before */
  severity: Severities.prefault({}),
  /** by language and category, in place of the built-in sentences */
  messages: z.record(Language, Messages).default({}),
  rules: z
    .array(WrittenToneRule)
    .default([])
    .superRefine((rules, context) => {
      const seen = new Set<string>();
      for (const [index, rule] of rules.entries()) {
        const fault = faultOf(rule, seen);
        if (fault) context.addIssue({ code: 'custom', path: [index], ...fault });
        seen.add(rule.id);
      }
    }),
});
export type ToneRules = z.infer<typeof ToneRules>;

function faultOf(rule: WrittenToneRule, seen: ReadonlySet<string>) {
  if (seen.has(rule.id)) return refusal({ code: 'expects/rule-once', values: { id: rule.id } });
  return rule.phrase !== undefined && rule.capitals !== undefined
    ? refusal({ code: 'expects/phrase-or-capitals', values: {} })
    : undefined;
}
