import { z } from 'astro/zod';
import { expects } from '../expects.ts';
import { Instant } from '../time.ts';
import type { LineKind } from './lineKind.ts';

/** A harvest that wrote something: what it asked and how much it met, for machines that do not have its report. */
export const RunLine = z.strictObject({
  at: Instant,
  what: z.literal('run'),
  /** as its ledger file: `20261121t090000z-harvest` */
  run: z.string().regex(/^[a-z0-9-]+$/, expects('expects/run-name', {})),
  /** sources that the desk follows, or the one that was asked for */
  sources: z.int().min(0),
  /** those whose last answer was a feed, changed or not */
  answered: z.int().min(0),
  /** items published since the harvest before, each once */
  fresh: z.int().min(0),
  /** items that it proposed */
  proposed: z.int().min(0),
});
export type RunLine = z.infer<typeof RunLine> & { event?: undefined };

export const RUN_LINES: LineKind<RunLine> = {
  what: 'run',
  schema: RunLine,
  thing: ({ run }) => run,
  events: [],
};
