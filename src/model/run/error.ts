/** Codes are `noun/what`, never renamed once published. */
export type ErrorCode = `${string}/${string}`;

/**
 * Trouble that Criba expects: a message that says what about which file or address, and a hint that says what to do.
 */
export class CribaError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(
    code: ErrorCode,
    message: string,
    { hint, cause }: { hint: string; cause?: unknown },
  ) {
    super(message, { cause });
    this.name = 'CribaError';
    this.code = code;
    this.hint = hint;
  }
}
