import type { Instant } from '../model/time.ts';

/** The name of a run: `20261121t090000z-harvest`. */
export function runName(now: Instant, command: string): string {
  return `${new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, 'z')
    .replace(/[-:]/g, '')
    .toLowerCase()}-${command}`;
}

/** Where a run's ledger file stands in the desk. */
export function ledgerPath(now: Instant, command: string): string {
  const [year, month] = new Date(now).toISOString().split('-');
  return `ledger/${year}/${month}/${runName(now, command)}.ndjson`;
}
