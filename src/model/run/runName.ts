import type { Instant } from '../desk/time.ts';

/** The name of a run: `20261121t090000z-harvest`. */
export function runName(now: Instant, command: string): string {
  return `${new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, 'z')
    .replace(/[-:]/g, '')
    .toLowerCase()}-${command}`;
}
