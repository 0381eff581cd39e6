import { z } from 'astro/zod';
import { ItemId } from '../run/item.ts';
import { Language, Name, WebAddress } from './text.ts';
import { Day, Instant } from './time.ts';

/**
 * What can happen to an item, in the order in which lines of the same instant count:
 * the last one decides, so that in doubt a thing is kept rather than lost. `takedown` wins whatever follows.
 */
export const EVENTS = [
  'proposed',
  'later',
  'expire',
  'drop',
  'keep',
  'restore',
  'takedown',
] as const;
export type LedgerEvent = (typeof EVENTS)[number];

/** One line of `ledger/<year>/<month>/<run>.ndjson`: a decision, with enough to learn from when the network is off. */
export const LedgerLine = z.strictObject({
  at: Instant,
  id: ItemId,
  event: z.enum(EVENTS),
  reason: z.string().optional(),
  by: z.string().optional(),
  score: z.int().min(0).max(100).optional(),
  audience: Name.optional(),
  /** on `proposed`: to learn from, though others scored higher */
  exploration: z.boolean().optional(),
  source: Name,
  title: z.string(),
  url: WebAddress,
  language: Language,
  /** on `proposed`: when its source published it */
  published: z.union([Instant, Day]).optional(),
  /** on `proposed`: what the score saw, at most `LEDGER_TEXT` characters */
  text: z.string().optional(),
  /** on `proposed`: SHA-256 of the candidate file as written, in hex */
  hash: z.string().optional(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** Characters of text that a `proposed` line remembers at most. */
export const LEDGER_TEXT = 1_200;

/** Lines are a set: this is the one order in which they are read. */
export function byTime(a: LedgerLine, b: LedgerLine): number {
  return (
    Date.parse(a.at) - Date.parse(b.at) ||
    EVENTS.indexOf(a.event) - EVENTS.indexOf(b.event) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

const latestByLedger = new WeakMap<readonly LedgerLine[], ReadonlyMap<string, LedgerLine>>();

/**
 * The line that decides what became of each id; a `takedown` is final. Found once for each ledger: many rooms ask, and a
 * ledger is never written to once it is read.
 */
export function latestById(ledger: readonly LedgerLine[]): ReadonlyMap<string, LedgerLine> {
  const known = latestByLedger.get(ledger);
  if (known !== undefined) return known;
  const found = findLatest(ledger);
  latestByLedger.set(ledger, found);
  return found;
}

function findLatest(ledger: readonly LedgerLine[]): ReadonlyMap<string, LedgerLine> {
  const byId = new Map<string, LedgerLine>();
  for (const line of ledger.toSorted(byTime)) {
    if (byId.get(line.id)?.event !== 'takedown') byId.set(line.id, line);
  }
  return byId;
}
