import { cleanLine } from '../../text/clean.ts';

const MAX_LANGUAGE = 40;

/** A language as a feed declares it, at most 40 characters; empty if it says that it is not known. */
export function declaredLanguage(written: string | undefined): string | undefined {
  return written === undefined ? undefined : cleanLine(written.slice(0, MAX_LANGUAGE));
}
