import type { LedgerLine } from './ledger.ts';

/** A search through a list of lines that is made once for each list: many rooms ask, and a ledger is never written to once it is read. */
export function foundOnce<L extends LedgerLine, Found extends object>(
  find: (lines: readonly L[]) => Found,
): (lines: readonly L[]) => Found {
  const found = new WeakMap<readonly L[], Found>();
  return (lines) => {
    const known = found.get(lines) ?? find(lines);
    found.set(lines, known);
    return known;
  };
}
