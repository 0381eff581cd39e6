import { z } from 'astro/zod';
import { refusal } from '../../model/desk/expects.ts';
import {
  type ToneCategory,
  type TonePlace,
  ToneRules,
  type ToneSeverity,
  type WrittenToneRule,
} from '../../model/desk/toneRules.ts';
import english from './builtIn.en.json' with { type: 'json' };
import spanish from './builtIn.es.json' with { type: 'json' };

/** A complete rule: it has a phrase, or `capitals`. */
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

/** The built-in rules, from files with the keys of a desk's `rules/tone.md`. */
const BUILT_IN: ReadonlyMap<string, ToneRule> = new Map(
  [spanish, english]
    .flatMap((file) => ToneRules.parse(file).rules)
    .flatMap(({ id, ...written }) => overlay(undefined, id, written) ?? [])
    .map((rule) => [rule.id, rule]),
);

/** The schema of `rules/tone.md`: if a rule changes no built-in one, it has to be complete. */
export const CheckedToneRules = z.strictObject({
  ...ToneRules.shape,
  rules: ToneRules.shape.rules.superRefine((rules, context) => {
    for (const [index, rule] of rules.entries()) {
      if (BUILT_IN.has(rule.id) || isWhole(rule)) continue;
      const { id } = rule;
      const why = refusal({ code: 'expects/whole-rule', values: { id } });
      context.addIssue({ code: 'custom', path: [index], ...why });
    }
  }),
});

function isWhole({ language, category, phrase, capitals }: WrittenToneRule): boolean {
  return Boolean(language && category) && (phrase ?? capitals) !== undefined;
}

const overlaid = new WeakMap<ToneRules, readonly ToneRule[]>();

/** The rules of a desk, those that are off included: the built-in ones as the desk changes them, then its own. */
export function toneRulesOf(rules: ToneRules): readonly ToneRule[] {
  let all = overlaid.get(rules);
  if (!all) {
    const byId = new Map(BUILT_IN);
    for (const { id, ...written } of rules.rules) {
      const rule = overlay(byId.get(id), id, written);
      if (rule) byId.set(id, rule);
    }
    all = [...byId.values()];
    overlaid.set(rules, all);
  }
  return all;
}

/** A rule of the desk laid over the built-in one of its id; undefined if the two make no complete rule. */
function overlay(
  base: ToneRule | undefined,
  id: string,
  written: Omit<WrittenToneRule, 'id'>,
): ToneRule | undefined {
  const language = written.language ?? base?.language;
  const category = written.category ?? base?.category;
  if (!language || !category) return undefined;
  // Another phrase has other examples.
  const rewritten = written.phrase !== undefined || written.capitals !== undefined;
  const { matches = [], misses = [], unless, ...kept } = base ?? {};
  const examples = rewritten ? { matches: [], misses: [] } : { matches, misses, unless };
  const cleared = rewritten ? { phrase: undefined, capitals: undefined } : {};
  const place = { in: written.in ?? base?.in ?? 'both' } as const;
  const given = Object.fromEntries(
    Object.entries(written).filter(([, value]) => value !== undefined),
  );
  return { ...kept, ...examples, ...cleared, ...given, ...place, id, language, category };
}

/** The severity that a rule has on the desk: its own, or else that of its category. */
export function severityOf(rule: ToneRule, rules: ToneRules): ToneSeverity {
  return rule.severity ?? rules.severity[rule.category];
}
