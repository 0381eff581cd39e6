import type { ErrorCode } from '../run/error.ts';

/** A fault in content: collected, never thrown, so that one run shows them all. */
export interface Finding {
  /** as a person would type it from the repository's root: `content/picks/2026/11/x.md` */
  file: string;
  /** 1 for the first line and the first column */
  line: number;
  column: number;
  code: ErrorCode;
  message: string;
  hint: string;
  /**
   * `error`: the file, or the line of the ledger, is left out until it is mended; `warning`: it is read all the same;
   * `hint`: nothing is wrong, and a person may think again. A hint alone does not make a command end with 1.
   */
  severity: 'error' | 'warning' | 'hint';
}

/** A fault that somebody found who does not know files: the store says on which line and column it stands. */
export interface HeaderFault extends Omit<Finding, 'file' | 'line' | 'column'> {
  /** from the desk's folder: `topics/agua.md` */
  path: string;
  /** of the value in the header: `['rules', 0, 'matches', 2]` */
  at: (string | number)[];
}
