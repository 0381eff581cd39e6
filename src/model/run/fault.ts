import type { CodedClause, OneOf } from '../desk/clause.ts';
import type { FindingValues } from '../desk/findingValues.ts';

/**
 * What the sentence of each code needs, by code: paths, names, numbers, keys and codes of clauses, never words of one
 * language. The sentences and their hints stand in `i18n/faults.<language>.json`, those of findings in
 * `i18n/findings.<language>.json`, under the same codes, which are never renamed once published.
 * A value `near` chooses `<code>.hint.near` instead of `<code>.hint`: *Did you mean …?*
 */
export interface FaultValues extends FindingValues {
  'desk/not-found': { file: string; folder: string };
}
export type FaultCode = keyof FaultValues;

/**
 * What fills a sentence. Lists are joined as the language joins them, clauses and other faults are said in their own words,
 * and what is absent is not said.
 */
export type FaultValue =
  | string
  | number
  | readonly string[]
  | OneOf
  | CodedClause
  | readonly CodedClause[]
  | CodedFault
  | undefined;

/** Something wrong, as data: what it is, and what its sentence is about. */
export type CodedFault<C extends FaultCode = FaultCode> = {
  [K in C]: { code: K; values: FaultValues[K] };
}[C];
