import type { RuleExample, ScoreRule } from '../../model/desk/scoreRule.ts';
import { detectLanguage } from '../../text/language.ts';
import type { Conditions } from './conditions.ts';
import type { RuledItem } from './reading.ts';

/** Where a rule stands, for examples that do not say. */
export interface RuleHomeFacts {
  /** the source, of a rule of a source */
  source?: string;
  /** that texts there are mostly in */
  language: string;
}

/** An example as an item, and the conditions that it is tried against. */
export interface ExampleItem {
  item: RuledItem;
  age: number | undefined;
  conditions: Conditions;
}

/** What an example leaves out is not asked of it; see `RuleExample`. */
export function exampleItem(
  example: RuleExample,
  rule: ScoreRule,
  home: RuleHomeFacts,
): ExampleItem {
  const given = typeof example === 'string' ? { text: example } : example;
  const { text, source, author, age } = given;
  const language =
    given.language ?? rule.language ?? detectLanguage(text, { declared: home.language });
  return {
    item: { title: '', text, author, language, source: source ?? rule.source ?? home.source ?? '' },
    age,
    conditions: {
      phrase: rule.phrase,
      words: rule.words,
      source: source === undefined ? undefined : rule.source,
      language: given.language === undefined ? undefined : rule.language,
      author: author === undefined ? undefined : rule.author,
      olderThan: age === undefined ? undefined : rule.olderThan,
    },
  };
}
