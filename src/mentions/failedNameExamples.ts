import type { NameExample, NameRules, WatchedName } from '../model/desk/nameRules.ts';
import { readPhrase } from '../phrases/phrase.ts';
import { primarySubtag } from '../text/primarySubtag.ts';
import { findMentions } from './findMentions.ts';

/** What is wrong with a rule, and where in the file's header: `['names', 0, 'misses', 1]`. */
export interface FailedName {
  at: (string | number)[];
  message: string;
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

const failureAt = (at: (string | number)[], message: string | undefined): FailedName[] =>
  message === undefined ? [] : [{ at, message }];

function unreadable(source: string): string | undefined {
  try {
    readPhrase(source);
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

function missed(name: WatchedName, example: NameExample): string | undefined {
  const mention = tryOn(name, example);
  if (mention === undefined) return `"${name.name}" is not found in this example.`;
  if (mention.unsure) {
    return `"${name.name}" is found in this example, but no word of its context is near.`;
  }
  return undefined;
}

function found(name: WatchedName, example: NameExample): string | undefined {
  const mention = tryOn(name, example);
  if (mention === undefined) return undefined;
  return mention.unsure
    ? `"${name.name}" would be reported as unsure in this example: exclude the phrase.`
    : `"${name.name}" is found in this example.`;
}

function tryOn(name: WatchedName, example: NameExample) {
  const { text, language } =
    typeof example === 'string' ? { text: example, language: languageOf(name) } : example;
  return findMentions({ title: '', text, language }, { names: [name] })[0];
}

const languageOf = ({ languages }: WatchedName) => primarySubtag(languages[0]) ?? 'es';
