import type { FaultCode, FaultValues } from './fault.ts';

/** Codes are `noun/what`, never renamed once published. */
export type ErrorCode = `${string}/${string}`;

type CodedArguments = {
  [C in FaultCode]: [code: C, values: FaultValues[C], options?: { cause?: unknown }];
}[FaultCode];

/**
 * Trouble that Criba expects: a code, and the values that its sentence needs. `faultText` in `i18n/` makes the sentence and
 * the hint; `message` is for stacks and logs.
 */
export class CribaError extends Error {
  readonly code: ErrorCode;
  readonly values: FaultValues[FaultCode] | undefined;
  readonly hint: string | undefined;

  constructor(...coded: CodedArguments);
  constructor(code: ErrorCode, message: string, options: { hint: string; cause?: unknown });
  constructor(
    code: ErrorCode,
    given: string | FaultValues[FaultCode],
    { hint, cause }: { hint?: string; cause?: unknown } = {},
  ) {
    super(typeof given === 'string' ? given : `${code} ${JSON.stringify(given)}`, { cause });
    this.name = 'CribaError';
    this.code = code;
    this.values = typeof given === 'string' ? undefined : given;
    this.hint = hint;
  }
}
