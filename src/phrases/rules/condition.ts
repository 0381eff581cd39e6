import type { CodedFault } from '../../model/run/fault.ts';
import type { Reading } from './reading.ts';

/** Returns the words of an item that meet the condition, as they stand there; undefined if it does not meet it. */
export type Condition = (reading: Reading, age: number | undefined) => string[] | undefined;

/** Why no item can meet a condition: where in the rule it stands, and what is wrong with it. */
export type ConditionFault = CodedFault<'rule/phrase-unreadable' | 'rule/word-says-nothing'> & {
  at: (string | number)[];
};
