import type { ScoreRule } from '../../model/desk/scoreRule.ts';
import type { Conditions } from './conditions.ts';

/** What a rule is called where it shows: its own name, or its conditions in words: `"wine tasting", language en`. */
export function ruleName(rule: Conditions & Pick<ScoreRule, 'name'>): string {
  if (rule.name !== undefined) return rule.name;
  const { phrase, words, source, language, author, olderThan } = rule;
  return [
    phrase !== undefined && `"${phrase}"`,
    words?.map((word) => `"${word}"`).join(' / '),
    source !== undefined && `source ${source}`,
    language !== undefined && `language ${language}`,
    author !== undefined && `author "${author}"`,
    olderThan !== undefined && `older than ${olderThan} ${olderThan === 1 ? 'day' : 'days'}`,
  ]
    .filter((part) => part)
    .join(', ');
}
