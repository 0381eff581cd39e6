import type { ToneRules } from '../../model/desk/toneRules.ts';
import { readPhrase } from '../phrase.ts';
import { placesOf } from './findTone.ts';
import { type ToneRule, toneRulesOf } from './toneRules.ts';

/** An example of a rule that does not hold, or a phrase that cannot be read. */
export interface FailedToneExample {
  /** of the rule */
  id: string;
  /** in the header of `rules/tone.md`: `['rules', 0, 'matches', 2]` */
  at: (string | number)[];
  message: string;
}

/** Tries the examples of the rules that the desk has written, also of those that are off. */
export function failedToneExamples(rules: ToneRules): FailedToneExample[] {
  const all = new Map(toneRulesOf(rules).map((rule) => [rule.id, rule]));
  return rules.rules.flatMap((written, index) => {
    const rule = all.get(written.id);
    if (!rule) return [];
    const { id, phrase, unless, matches, misses } = written;
    return faultsOf(rule, { phrase, unless, matches, misses }).map(({ at, message }) => ({
      id,
      at: ['rules', index, ...at],
      message,
    }));
  });
}

/** Checks a rule: reports phrases that cannot be read or, if all can, examples that do not hold. */
export function faultsOf(
  rule: ToneRule,
  tried: Pick<Partial<ToneRule>, 'phrase' | 'unless' | 'matches' | 'misses'>,
): { at: (string | number)[]; message: string }[] {
  const unread = (['phrase', 'unless'] as const).flatMap((key) => {
    const source = tried[key];
    const message = source === undefined ? undefined : whyUnreadable(source);
    return message === undefined ? [] : [{ at: [key], message }];
  });
  if (unread.length > 0) return unread;
  return (['matches', 'misses'] as const).flatMap((key) =>
    (tried[key] ?? []).flatMap((text, index) => {
      const hit = placesOf(rule, text).length > 0;
      if (hit === (key === 'matches')) return [];
      const message = hit
        ? `The rule ${rule.id} finds "${text}", which it must miss.`
        : `The rule ${rule.id} does not find "${text}", which it must match.`;
      return [{ at: [key, index], message }];
    }),
  );
}

function whyUnreadable(source: string): string | undefined {
  try {
    readPhrase(source);
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}
