import type { CodedClause } from '../model/desk/clause.ts';
import { ClauseError } from '../model/desk/clauseError.ts';
import type { NameExample, NameRules, WatchedName } from '../model/desk/nameRules.ts';
import { readPhrase } from '../phrases/phrase.ts';
import { primarySubtag } from '../text/primarySubtag.ts';
import { findMentions } from './findMentions.ts';

/** What is wrong with a rule, and where in the file's header: `['names', 0, 'misses', 1]`. */
export interface FailedName {
  at: (string | number)[];
  reason: CodedClause;
}

/**
 * Phrases of `excludes` that cannot be read, examples of `matches` in which the name is not found or not surely so, and
 * examples of `misses` in which it is found. Each name is tried alone, so that a longer one does not hide it.
 */
export function failedNameExamples(rules: NameRules): FailedName[] {
  return rules.names.flatMap((name, index) => [
    ...name.excludes.flatMap((source, n) =>
      failureAt(['names', index, 'excludes', n], unreadable(source)),
    ),
    ...name.matches.flatMap((example, n) =>
      failureAt(['names', index, 'matches', n], missed(name, example)),
    ),
    ...name.misses.flatMap((example, n) =>
      failureAt(['names', index, 'misses', n], found(name, example)),
    ),
  ]);
}

const failureAt = (at: (string | number)[], reason: CodedClause | undefined): FailedName[] =>
  reason === undefined ? [] : [{ at, reason }];

function unreadable(source: string): CodedClause | undefined {
  try {
    readPhrase(source);
    return undefined;
  } catch (error) {
    if (error instanceof ClauseError) return error.clause;
    throw error;
  }
}

function missed(watched: WatchedName, example: NameExample): CodedClause | undefined {
  const { name } = watched;
  const mention = tryOn(watched, example);
  if (mention === undefined) return { code: 'name-example/not-found', values: { name } };
  return mention.unsure ? { code: 'name-example/unsure-match', values: { name } } : undefined;
}

function found(watched: WatchedName, example: NameExample): CodedClause | undefined {
  const { name } = watched;
  const mention = tryOn(watched, example);
  if (mention === undefined) return undefined;
  const code = mention.unsure ? 'name-example/unsure-miss' : 'name-example/found';
  return { code, values: { name } };
}

function tryOn(name: WatchedName, example: NameExample) {
  const { text, language } =
    typeof example === 'string' ? { text: example, language: languageOf(name) } : example;
  return findMentions({ title: '', text, language }, { names: [name] })[0];
}

const languageOf = ({ languages }: WatchedName) => primarySubtag(languages[0]) ?? 'es';
