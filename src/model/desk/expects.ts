import type { ClauseCode, ClauseValues, CodedClause } from './clause.ts';

type Expectation = Extract<ClauseCode, `expects/${string}`>;

/**
 * What a check of a schema says of a value that it refuses: the code of a clause that says how it should be, and the clause's
 * values. Zod hands both on in the issue.
 */
export function expects<C extends Expectation>(code: C, values: ClauseValues[C]) {
  return { error: code, params: { ...values } as Record<string, unknown> };
}

/** The same for an issue that a check adds by itself. */
export function refusal({ code, values }: CodedClause) {
  return { message: code, params: { ...values } as Record<string, unknown> };
}

/** The clause that a schema gave an issue; undefined if the message is the library's own. */
export function refusalOf({ message, params }: { message: string; params?: unknown }) {
  if (!message.startsWith('expects/')) return undefined;
  return { code: message, values: params ?? {} } as CodedClause;
}
