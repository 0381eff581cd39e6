import { byTime } from '../model/desk/ledger/byTime.ts';
import { type LedgerLine, lineKindOf } from '../model/desk/ledger/ledger.ts';

/** The text of a ledger file: its lines in the one order, the keys of each in that of its schema. */
export function ledgerText(lines: readonly LedgerLine[]): string {
  return lines
    .toSorted(byTime)
    .map((line) => `${JSON.stringify(inSchemaOrder(line))}\n`)
    .join('');
}

function inSchemaOrder(line: LedgerLine): Record<string, unknown> {
  const keys = Object.keys(lineKindOf(line.what)?.schema.shape ?? {});
  const values: Record<string, unknown> = { ...line };
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}
