import type { FindingValues } from '../model/desk/findingValues.ts';
import type { CodedFault } from '../model/run/fault.ts';

/** A place in a file, from 1. */
export interface Place {
  line: number;
  column: number;
}

type HeaderCode = Extract<keyof FindingValues, `header/${string}`>;

/** What is wrong with a header as YAML. */
export type HeaderFinding = CodedFault<HeaderCode>;

export type HeaderProblem = HeaderFinding & Place;
