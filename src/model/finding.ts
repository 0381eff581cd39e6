import type { ErrorCode } from './error.ts';

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
  /** `error`: the file, or the line of the ledger, is left out until it is mended; `warning`: it is read all the same */
  severity: 'error' | 'warning';
}
