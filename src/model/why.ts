import { z } from 'astro/zod';

/** The parts of a score. `base` is where every item begins; `rest` gathers what a shortened list leaves out. */
export const SIGNALS = ['base', 'profile', 'trust', 'freshness', 'rest'] as const;
export type Signal = (typeof SIGNALS)[number];

/** One reason for a score. The points of all reasons add up to the score, in every file. */
export const Reason = z.strictObject({
  signal: z.enum(SIGNALS),
  points: z.int().min(-100).max(100),
  /** words as they stand in the item, strongest first */
  terms: z.array(z.string()).optional(),
  /** `trust`: kept/decided (`12/15`); `freshness`: days since publication (`4`) */
  evidence: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;
