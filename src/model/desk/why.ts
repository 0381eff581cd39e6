import { z } from 'astro/zod';

/**
 * The parts of a score. `base` is where every item begins; `rest` gathers what a shortened list leaves out.
 *
 * What tells how relevant an item is, and what decisions move: `profile` (words of the desk's topics), `semantic`
 * (what such texts speak of besides), `learned` (words that were kept or dropped before), `trust` (its source).
 * What the team declares, and decisions do not move: `freshness`, `novelty` (against what was published), `story` (how
 * many publishers tell it), `tone`, `rule` (a boost or a penalty of a topic, an audience or a source).
 */
export const SIGNALS = [
  'base',
  'profile',
  'semantic',
  'learned',
  'trust',
  'freshness',
  'novelty',
  'story',
  'tone',
  'rule',
  'rest',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Reasons that a file lists at most, `base` and `rest` included. */
export const MAX_REASONS = 10;

/** One reason for a score. The points of all reasons add up to the score, in every file. */
export const Reason = z.strictObject({
  signal: z.enum(SIGNALS),
  points: z.int().min(-100).max(100),
  /** words as they stand in the item, strongest first */
  terms: z.array(z.string()).optional(),
  /**
   * `trust`: kept/decided (`12/15`); `learned`: decisions learned from (`143`); `freshness`: days since publication
   * (`4`); `novelty`: the pick that it resembles; `story`: publishers that tell it (`3`); `tone`: the rule that was
   * broken; `rule`: its name
   */
  evidence: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;
