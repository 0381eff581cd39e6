import { ITEM_LINES, type ItemLine } from './itemLine.ts';
import type { LineKind } from './lineKind.ts';
import { RUN_LINES } from './runLine.ts';
import { SLOT_LINES } from './slotLine.ts';

/** Every kind of line that the ledger has, in the order in which a file has lines of the same instant. */
export const LINE_KINDS = {
  items: ITEM_LINES,
  slots: SLOT_LINES,
  runs: RUN_LINES,
} as const;

type Group = keyof typeof LINE_KINDS;
type LineOf<G extends Group> = (typeof LINE_KINDS)[G] extends LineKind<infer L> ? L : never;

/** One line of `ledger/<year>/<month>/<run>.ndjson`. */
export type LedgerLine = { [G in Group]: LineOf<G> }[Group];

/** What the desk remembers, by kind of line; the lines of a kind are in no order that means anything: see `byTime`. */
export type Ledger = { readonly [G in Group]: readonly LineOf<G>[] };

const GROUPS = Object.keys(LINE_KINDS) as Group[];
const GROUP_BY_WHAT = new Map<unknown, Group>(
  GROUPS.map((group) => [LINE_KINDS[group].what, group]),
);

/** The kind of a line, by what it says of itself; undefined if there is none of that name. */
export function lineKindOf(what: unknown): LineKind<LedgerLine> | undefined {
  const group = GROUP_BY_WHAT.get(what);
  return group && (LINE_KINDS[group] as unknown as LineKind<LedgerLine>);
}

/** Whether a line is about an item. */
export function isItemLine(line: LedgerLine): line is ItemLine {
  return line.what === undefined;
}

/** The names by which lines say their kind: `run`, `slot`. */
export const WHATS: readonly string[] = GROUPS.flatMap((group) => LINE_KINDS[group].what ?? []);

/** Groups lines by kind. */
export function ledgerOf(lines: readonly LedgerLine[]): Ledger {
  const byGroup = Map.groupBy(lines, ({ what }) => GROUP_BY_WHAT.get(what));
  const groups = GROUPS.map((group) => [group, byGroup.get(group) ?? []] as const);
  return Object.fromEntries(groups) as unknown as Ledger;
}
