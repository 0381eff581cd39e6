import type { RuleConditions, RuleExample, ScoreRule } from '../../model/desk/scoreRule.ts';
import { detectLanguage } from '../../text/language.ts';
import { triedConditions } from './conditions.ts';
import type { RuledItem } from './reading.ts';

/** What an example takes from the file that has its rule, if it does not say so itself. */
export interface RuleHomeFacts {
  /** the source, if the rule is a source's */
  source?: string;
  /** the language of most texts there */
  language: string;
}

/** An example as an item, and the conditions to try it against. */
export interface ExampleItem {
  item: RuledItem;
  age: number | undefined;
  conditions: RuleConditions;
}

/** Makes an item of an example. If the example leaves something out, the rule's condition on it is left out too. */
export function exampleItem(
  example: RuleExample,
  rule: ScoreRule,
  home: RuleHomeFacts,
): ExampleItem {
  const given: Exclude<RuleExample, string> =
    typeof example === 'string' ? { text: example } : example;
  const { text, source, author, age } = given;
  const language =
    given.language ?? rule.language ?? detectLanguage(text, { declared: home.language });
  return {
    item: { title: '', text, author, language, source: source ?? rule.source ?? home.source ?? '' },
    age,
    conditions: triedConditions(rule, given),
  };
}
