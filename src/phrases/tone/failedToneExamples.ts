import type { CodedClause } from '../../model/desk/clause.ts';
import { ClauseError } from '../../model/desk/clauseError.ts';
import type { ToneRules } from '../../model/desk/toneRules.ts';
import { readPhrase } from '../phrase.ts';
import { placesOf } from './findTone.ts';
import { type ToneRule, toneRulesOf } from './toneRules.ts';

/** An example of a rule that does not hold, or a phrase that cannot be read. */
export interface FailedToneExample {
  /** in the header of `rules/tone.md`: `['rules', 0, 'matches', 2]` */
  at: (string | number)[];
  reason: CodedClause;
}

/** Tries the examples of the rules that the desk has written, also of those that are off. */
export function failedToneExamples(rules: ToneRules): FailedToneExample[] {
  const all = new Map(toneRulesOf(rules).map((rule) => [rule.id, rule]));
  return rules.rules.flatMap((written, index) => {
    const rule = all.get(written.id);
    if (!rule) return [];
    const { phrase, unless, matches, misses } = written;
    return faultsOf(rule, { phrase, unless, matches, misses }).map(({ at, reason }) => ({
      at: ['rules', index, ...at],
      reason,
    }));
  });
}

/** Checks a rule: reports phrases that cannot be read or, if all can, examples that do not hold. */
export function faultsOf(
  rule: ToneRule,
  tried: Pick<Partial<ToneRule>, 'phrase' | 'unless' | 'matches' | 'misses'>,
): FailedToneExample[] {
  const unread = (['phrase', 'unless'] as const).flatMap((key) => {
    const source = tried[key];
    const reason = source === undefined ? undefined : whyUnreadable(source);
    return reason === undefined ? [] : [{ at: [key], reason }];
  });
  if (unread.length > 0) return unread;
  return (['matches', 'misses'] as const).flatMap((key) =>
    (tried[key] ?? []).flatMap((text, index) => {
      const hit = placesOf(rule, text).length > 0;
      if (hit === (key === 'matches')) return [];
      const code = hit ? 'tone-example/hit' : 'tone-example/missed';
      return [{ at: [key, index], reason: { code, values: { rule: rule.id, text } } }];
    }),
  );
}

function whyUnreadable(source: string): CodedClause | undefined {
  try {
    readPhrase(source);
    return undefined;
  } catch (error) {
    if (error instanceof ClauseError) return error.clause;
    throw error;
  }
}
