import { CribaError } from './error.ts';
import type { CodedFault } from './fault.ts';
import { type Kebab, kebab } from './kebab.ts';
import type { SourceCode } from './outcome.ts';
import type { Fault, SourceFaults, SourceFaultValues } from './sourceFaults.ts';

const ALL: Readonly<Record<Fault, true>> = {
  refused: true,
  unreachable: true,
  reset: true,
  tls: true,
  timeout: true,
  protocol: true,
  gone: true,
  missing: true,
  forbidden: true,
  busy: true,
  status: true,
  tooManyRedirects: true,
  tooLarge: true,
  truncated: true,
  notAFeed: true,
  parserEnded: true,
  robots: true,
  noFile: true,
};
export const FAULTS = Object.keys(ALL) as Fault[];

/** What a server said with its refusal, if it replied. */
export interface Refusal {
  status: number;
  /** as in `Reply` */
  headers: Readonly<Record<string, string>>;
  hops: readonly Hop[];
}

/** A redirect that was followed. */
export interface Hop {
  status: number;
  from: string;
  to: string;
}

/** What went wrong with one source, as data. */
export type CodedSourceFault = CodedFault<keyof SourceFaultValues>;

/** Trouble with one source; its code is `source/` and the fault in kebab case, `source/not-a-feed`, or tells more. */
export class SourceError extends CribaError {
  readonly fault: Fault;
  readonly refusal: Refusal | undefined;

  constructor(
    fault: Fault,
    coded: CodedSourceFault,
    { cause, refusal }: { cause?: unknown; refusal?: Refusal } = {},
  ) {
    super(coded, { cause });
    this.name = 'SourceError';
    this.fault = fault;
    this.refusal = refusal;
  }
}

export function sourceError<F extends Fault>(
  fault: F,
  values: SourceFaults[F],
  { cause, refusal }: { cause?: unknown; refusal?: Refusal } = {},
): SourceError {
  const coded = { code: sourceErrorCode(fault), values } as unknown as CodedSourceFault;
  return new SourceError(fault, coded, { cause, ...(refusal && { refusal }) });
}

/** What a `SourceError` says; undefined for any other error, which is a fault of ours. */
export function faultOf(error: unknown): Fault | undefined {
  return error instanceof SourceError ? error.fault : undefined;
}

/** How a fault is spelt where people read it: `source/not-a-feed`. */
export function sourceErrorCode<C extends SourceCode>(code: C): `source/${Kebab<C>}` {
  return `source/${kebab(code)}`;
}
