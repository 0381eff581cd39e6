import {
  CONDITION_NAMES,
  type RuleConditions,
  type RuleExample,
} from '../../model/desk/scoreRule.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import type { Condition, ConditionFault } from './condition.ts';
import { phraseCondition } from './phraseCondition.ts';
import type { Reading } from './reading.ts';
import { wordsCondition } from './wordsCondition.ts';

type Name = keyof RuleConditions;
type Wanted = { [K in Name]: NonNullable<RuleConditions[K]> };

/** How a condition is read, said and tried. */
interface ConditionKind<T> {
  read(wanted: T, faults: ConditionFault[]): Condition;
  /** as part of the name of a rule that has none of its own: no words of a language, but keys and values */
  asWritten(wanted: T): string;
  /** the key of an example without which it is not tried; `text` is always there */
  triedIf: keyof Exclude<RuleExample, string>;
}

/** Every condition there is, the cheapest first: in this order an item is asked for them. */
export const CONDITION_KINDS: { [K in Name]: ConditionKind<Wanted[K]> } = {
  source: {
    read: (source) => ifTrue(({ item }) => item.source === source),
    asWritten: (source) => `source: ${source}`,
    triedIf: 'source',
  },
  language: {
    read(language) {
      const wanted = primarySubtag(language);
      return ifTrue(({ item }) => primarySubtag(item.language) === wanted);
    },
    asWritten: (language) => `language: ${language}`,
    triedIf: 'language',
  },
  olderThan: {
    read: (days) => ifTrue((_, age) => age !== undefined && age > days),
    asWritten: (days) => `olderThan: ${days}`,
    triedIf: 'age',
  },
  author: {
    read: (author, faults) =>
      phraseCondition(
        'author',
        author,
        ({ item }) => (item.author === undefined ? [] : [item.author]),
        faults,
      ),
    asWritten: (author) => `author: "${author}"`,
    triedIf: 'author',
  },
  phrase: {
    read: (phrase, faults) => phraseCondition('phrase', phrase, ({ parts }) => parts, faults),
    asWritten: (phrase) => `"${phrase}"`,
    triedIf: 'text',
  },
  words: {
    read: wordsCondition,
    asWritten: (words) => words.map((word) => `"${word}"`).join(' / '),
    triedIf: 'text',
  },
};

/** Reads the conditions of a rule, the cheapest first. If one cannot be read, no item meets it, and it is a fault. */
export function readConditions(rule: RuleConditions): {
  conditions: Condition[];
  faults: ConditionFault[];
} {
  const faults: ConditionFault[] = [];
  const names = Object.keys(CONDITION_KINDS) as Name[];
  const conditions = names.flatMap((name) =>
    ofKind(name, rule, ({ read }, wanted) => read(wanted, faults)),
  );
  return { conditions, faults };
}

/** The conditions of a rule by keys and values, in the order of `ScoreRule`: `"wine tasting", language: en`. */
export function conditionsAsWritten(rule: RuleConditions): string {
  return CONDITION_NAMES.flatMap((name) =>
    ofKind(name, rule, ({ asWritten }, wanted) => asWritten(wanted)),
  ).join(', ');
}

/** The conditions of a rule that are tried on an example: those that it says something about. */
export function triedConditions(
  rule: RuleConditions,
  example: Exclude<RuleExample, string>,
): RuleConditions {
  const tried = CONDITION_NAMES.filter(
    (name) => example[CONDITION_KINDS[name].triedIf] !== undefined,
  );
  return Object.fromEntries(tried.map((name) => [name, rule[name]])) as RuleConditions;
}

/** What a function makes of one condition of a rule; nothing if the rule does not name it. */
function ofKind<K extends Name, T>(
  name: K,
  rule: RuleConditions,
  make: (kind: ConditionKind<Wanted[K]>, wanted: Wanted[K]) => T,
): T[] {
  const wanted = rule[name];
  return wanted === undefined ? [] : [make(CONDITION_KINDS[name], wanted as Wanted[K])];
}

/** A condition that an item meets by no words of its own. */
function ifTrue(test: (reading: Reading, age: number | undefined) => boolean): Condition {
  return (reading, age) => (test(reading, age) ? [] : undefined);
}
