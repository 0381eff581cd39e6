import { z } from 'astro/zod';
import {
  type ToneCategory,
  type TonePlace,
  ToneRules,
  type ToneSeverity,
  type WrittenToneRule,
} from '../../model/desk/toneRules.ts';
import english from './builtIn.en.json' with { type: 'json' };
import spanish from './builtIn.es.json' with { type: 'json' };

/** A rule with all that it needs: a phrase, or `capitals`. */
export interface ToneRule {
  id: string;
  language: string;
  category: ToneCategory;
  phrase?: string | undefined;
  capitals?: number | undefined;
  in: TonePlace;
  unless?: string | undefined;
  severity?: ToneSeverity | undefined;
  strength?: number | undefined;
  note?: string | undefined;
  matches: readonly string[];
  misses: readonly string[];
}

/** What holds where a desk says nothing else: files of the same keys as a desk's `rules/tone.md`. */
const BUILT_IN: ReadonlyMap<string, ToneRule> = new Map(
  [spanish, english]
    .flatMap((file) => ToneRules.parse(file).rules)
    .flatMap(({ id, ...written }) => overlay(undefined, id, written) ?? [])
    .map((rule) => [rule.id, rule]),
);

/** `rules/tone.md` beside what is built in: a rule that changes no built-in one has to be whole. */
export const CheckedToneRules = z.strictObject({
  ...ToneRules.shape,
  rules: ToneRules.shape.rules.superRefine((rules, context) => {
    for (const [index, rule] of rules.entries()) {
      if (BUILT_IN.has(rule.id) || isWhole(rule)) continue;
      const message = `no built-in rule is called ${rule.id}, so it needs language, category, and phrase or capitals`;
      context.addIssue({ code: 'custom', path: [index], message });
    }
  }),
});

function isWhole({ language, category, phrase, capitals }: WrittenToneRule): boolean {
  return Boolean(language && category) && (phrase ?? capitals) !== undefined;
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
  said: Omit<WrittenToneRule, 'id'>,
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
