import type { Instant } from '../model/desk/time.ts';
import { runName } from '../model/run/runName.ts';

/** Where a run's ledger file stands in the desk. */
export function ledgerPath(now: Instant, command: string): string {
  const [year, month] = new Date(now).toISOString().split('-');
  return `ledger/${year}/${month}/${runName(now, command)}.ndjson`;
}
