import type { Nothing } from '../desk/clause.ts';
import type { Kebab } from './kebab.ts';

/** A day, written as the language does it. */
type Since = { day: string };

/**
 * Something about a source for a person to do, and what the sentence about it needs; see `FaultValues`. No program edits a
 * source. The code of `movedAway` is `advice/moved-away`.
 */
export interface AdviceFaults {
  /** the feed has a new address (301, 308) */
  moved: { since: Since; to: string; file: string };
  /** the same, of another registrable domain: look who answers there */
  movedAway: { since: Since; to: string; file: string };
  /** gone or missing for a fortnight */
  retire: { why: 'gone' | 'missing'; since: Since; file: string };
  /** led from https to http */
  insecure: Nothing;
  /** its items lead to another domain than they did */
  linksElsewhere: { n: number; of: number; domain: string; example: string };
}

/** What a person might do about how a source does. */
export interface HealthFaults {
  /** not asked for long */
  stale: { since: Since };
  /** `fault` is a `SourceCode` */
  failing: { n: number; since: Since; fault: string; feed: string };
  silent: { since: Since; file: string };
  fruitless: { n: number; file: string };
  empty: { feed: string };
  /** usual: days between two items */
  quieter: { why: 'often' | 'daily'; n: number } | { why: 'days'; n: number; usual: number };
  trusted: { kept: number; n: number; file: string };
}

/** All of them by their codes. */
export type AdviceFaultValues = {
  [K in keyof AdviceFaults as `advice/${Kebab<K>}`]: AdviceFaults[K];
} & { [K in keyof HealthFaults as `health/${K}`]: HealthFaults[K] };
