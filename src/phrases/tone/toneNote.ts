import type { ToneRules } from '../../model/desk/toneRules.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import type { ToneRule } from './toneRules.ts';

/**
 * What the desk has written for whoever breaks a rule: the rule's own note, or else the desk's sentence for its category, in
 * the language of the rule. Undefined if the desk says nothing of it.
 */
export function toneNote(rule: ToneRule, rules: ToneRules): string | undefined {
  const { category, language, note } = rule;
  const base = primarySubtag(language) ?? language;
  return note ?? rules.messages[language]?.[category] ?? rules.messages[base]?.[category];
}
