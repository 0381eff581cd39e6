import type { CodedClause, OneOf } from '../desk/clause.ts';
import type { FindingValues } from '../desk/findingValues.ts';
import type { AdviceFaultValues } from './adviceFaults.ts';
import type { CommandFaults } from './commandFaults.ts';
import type { OtherFault } from './otherFault.ts';
import type { SourceFaultValues } from './sourceFaults.ts';

/**
 * What the sentence of each code needs, by code: paths, names, numbers, keys and codes of clauses, never words of one
 * language. The sentences and their hints stand in `i18n/faults.<language>.json`, those of findings in
 * `i18n/findings.<language>.json`, those of sources in `i18n/sourceFaults.<language>.json`, under the same codes, which are never renamed once published.
 *
 * - A value `why` chooses among the sentences of a code: `<code>.<why>` instead of `<code>`.
 * - A hint may be one for when a value is there, `<code>.hint.<value>`, *Did you mean {near}?*, or one for a `why`,
 *   `<code>.<why>.hint`; any other time it is `<code>.hint`. An empty list is not there.
 */
export interface FaultValues
  extends FindingValues,
    CommandFaults,
    SourceFaultValues,
    AdviceFaultValues {}
export type FaultCode = keyof FaultValues;

/**
 * What fills a sentence. Lists are joined and days are written as the language does it, clauses and other faults are said in
 * their own words (`{<name>Hint}` is the hint of another fault), and what is absent is not said.
 */
export type FaultValue = PlainValue | OtherFault;
export type PlainValue =
  | string
  | number
  | readonly string[]
  | OneOf
  | CodedClause
  | readonly CodedClause[]
  | { day: string }
  | undefined;

/** Something wrong, as data: what it is, and what its sentence is about. */
export type CodedFault<C extends FaultCode = FaultCode> = {
  [K in C]: { code: K; values: FaultValues[K] };
}[C];
