import type { CodedFault } from '../run/fault.ts';

/** A fault in content: collected, never thrown, so that one run shows them all. */
export type Finding = CodedFault & {
  /** as a person would type it from the repository's root: `content/picks/2026/11/x.md` */
  file: string;
  /** 1 for the first line and the first column */
  line: number;
  column: number;
  severity: Severity;
};

/**
 * `error`: the file, or the line of the ledger, is left out until it is mended; `warning`: it is read all the same;
 * `hint`: nothing is wrong, and a person may think again. A hint alone does not make a command end with 1.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** A fault of a file as a whole, shown at its beginning. */
export function fileFinding(
  file: string,
  fault: CodedFault,
  severity: Severity = 'error',
): Finding {
  return { file, line: 1, column: 1, severity, ...fault };
}

/** A fault of a value in a header. */
export type ValueFault = CodedFault & {
  /** of the value: `['rules', 0, 'matches', 2]` */
  at: (string | number)[];
};

/** A fault that somebody found who does not know files: the store says on which line and column it stands. */
export type HeaderFault = ValueFault & {
  severity: Severity;
  /** from the desk's folder: `topics/agua.md` */
  path: string;
};
