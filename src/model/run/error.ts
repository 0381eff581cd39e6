import type { CodedFault, FaultCode, FaultValues } from './fault.ts';

/** Codes are `noun/what`, never renamed once published. */
export type ErrorCode = `${string}/${string}`;

interface Options {
  cause?: unknown;
}
type Parts = {
  [C in FaultCode]: [code: C, values: FaultValues[C], options?: Options];
}[FaultCode];

/**
 * Trouble that Criba expects: a code, and the values that its sentence needs. `faultText` in `i18n/` makes the sentence and
 * the hint; `message` is for stacks and logs.
 */
export class CribaError extends Error {
  /** what is wrong, as data */
  readonly coded: CodedFault;

  constructor(...parts: Parts | [coded: CodedFault, options?: Options]) {
    const [first, second, third] = parts;
    const coded = typeof first === 'object' ? first : { code: first, values: second };
    const { cause } = ((typeof first === 'object' ? second : third) as Options) ?? {};
    super(`${coded.code} ${JSON.stringify(coded.values)}`, { cause });
    this.name = 'CribaError';
    this.coded = coded as CodedFault;
  }

  get code(): FaultCode {
    return this.coded.code;
  }

  get values(): FaultValues[FaultCode] {
    return this.coded.values;
  }
}
