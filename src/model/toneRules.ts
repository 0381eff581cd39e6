import { z } from 'astro/zod';
import { ENGLISH_TONE } from './builtInTone/english.ts';
import { SPANISH_TONE } from './builtInTone/spanish.ts';
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
const TonePlace = z.enum(['title', 'body', 'both']);

/** A rule as a desk writes it. Where its id is that of a built-in rule, what it says replaces what is built in. */
const WrittenRule = z.strictObject({
  id: Name,
  language: Language.optional(),
  category: z.enum(TONE_CATEGORIES).optional(),
  /** in the grammar of `text/phrase.ts` */
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
type WrittenRule = z.infer<typeof WrittenRule>;

/** A rule with all that it needs: a phrase, or `capitals`. */
export interface ToneRule {
  id: string;
  language: string;
  category: ToneCategory;
  phrase?: string | undefined;
  capitals?: number | undefined;
  in: z.infer<typeof TonePlace>;
  unless?: string | undefined;
  severity?: ToneSeverity | undefined;
  strength?: number | undefined;
  note?: string | undefined;
  matches: readonly string[];
  misses: readonly string[];
}

/** What a built-in rule may leave out. */
export type BuiltInToneRule = Omit<ToneRule, 'language' | 'in'> & Partial<Pick<ToneRule, 'in'>>;

const BUILT_IN: ReadonlyMap<string, ToneRule> = new Map(
  [
    ...SPANISH_TONE.map((rule) => ({ in: 'both' as const, ...rule, language: 'es' })),
    ...ENGLISH_TONE.map((rule) => ({ in: 'both' as const, ...rule, language: 'en' })),
  ].map((rule) => [rule.id, rule]),
);

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
    .array(WrittenRule)
    .default([])
    .superRefine((rules, context) => {
      const seen = new Set<string>();
      for (const [index, rule] of rules.entries()) {
        const message = faultOf(rule, seen);
        if (message) context.addIssue({ code: 'custom', path: [index], message });
        seen.add(rule.id);
      }
    }),
});
export type ToneRules = z.infer<typeof ToneRules>;

function faultOf(rule: WrittenRule, seen: ReadonlySet<string>): string | undefined {
  if (seen.has(rule.id)) return `there is a rule ${rule.id} above; one id, one rule`;
  if (rule.phrase !== undefined && rule.capitals !== undefined) {
    return 'a rule names phrase or capitals, not both';
  }
  if (BUILT_IN.has(rule.id)) return undefined;
  if (rule.language && rule.category && (rule.phrase ?? rule.capitals) !== undefined) {
    return undefined;
  }
  return `no built-in rule is called ${rule.id}, so it needs language, category, and phrase or capitals`;
}

const overlaid = new WeakMap<ToneRules, readonly ToneRule[]>();

/** The rules that hold: the built-in ones as the desk changes them, then its own. Those that are off are among them. */
export function toneRulesOf(rules: ToneRules): readonly ToneRule[] {
  let all = overlaid.get(rules);
  if (!all) {
    const byId = new Map(BUILT_IN);
    for (const { id, ...said } of rules.rules) {
      const rule = overlay(byId.get(id), id, said);
      if (rule) byId.set(id, rule);
    }
    all = [...byId.values()];
    overlaid.set(rules, all);
  }
  return all;
}

function overlay(
  base: ToneRule | undefined,
  id: string,
  said: Omit<WrittenRule, 'id'>,
): ToneRule | undefined {
  const language = said.language ?? base?.language;
  const category = said.category ?? base?.category;
  if (!language || !category) return undefined;
  // Another phrase has other examples.
  const rewritten = said.phrase !== undefined || said.capitals !== undefined;
  const { matches = [], misses = [], unless, ...kept } = base ?? {};
  const examples = rewritten ? { matches: [], misses: [] } : { matches, misses, unless };
  const wanted = rewritten ? { phrase: undefined, capitals: undefined } : {};
  const place = { in: said.in ?? base?.in ?? 'both' } as const;
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...kept, ...examples, ...wanted, ...given, ...place, id, language, category };
}

/** How much a finding of a rule weighs on the desk. */
export function severityOf(rule: ToneRule, rules: ToneRules): ToneSeverity {
  return rule.severity ?? rules.severity[rule.category];
}
