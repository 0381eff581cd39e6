import type { z } from 'astro/zod';
import type { Instant } from '../time.ts';

/** What every line of the ledger says. */
export interface AnyLine {
  at: Instant;
  /** the kind of line; those about items have none */
  what?: string | undefined;
  event?: string | undefined;
}

/** A kind of line in the ledger: how it is read and written, and which lines are about one thing. */
export interface LineKind<L extends AnyLine> {
  /** what a line of this kind says of itself; undefined: nothing */
  what: L['what'];
  /** its keys, in the order in which they are written */
  schema: z.ZodObject;
  /** the thing that a line is about: the id of an item or a slot, the name of a run */
  thing(line: L): string;
  /** what can happen to such a thing, in the order in which lines of the same instant count; empty if lines have no event */
  events: readonly string[];
  /** the event that wins whatever follows */
  final?: string;
}
