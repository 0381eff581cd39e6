import type { Instant } from '../../model/desk/time.ts';
import type { ItemOutcome } from '../../model/run/runReport.ts';

/** The part of the last harvest's report that explanations rest on. */
export interface LastRun {
  now: Instant;
  outcomes: readonly ItemOutcome[];
}
