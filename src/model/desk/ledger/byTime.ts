import { type LedgerLine, LINE_KINDS, lineKindOf } from './ledger.ts';

const PLACES = new Map<unknown, number>(
  Object.values(LINE_KINDS).map(({ what }, place) => [what, place]),
);

/** Lines are a set: this is the one order in which they are read and written. */
export function byTime(a: LedgerLine, b: LedgerLine): number {
  return Date.parse(a.at) - Date.parse(b.at) || byKind(a, b);
}

/** The order of lines of the same instant: by kind, then by event, then by the thing that they are about. */
function byKind(a: LedgerLine, b: LedgerLine): number {
  if (a.what !== b.what) return place(a) - place(b);
  const { events = [], thing = () => '' } = lineKindOf(a.what) ?? {};
  const difference = events.indexOf(a.event ?? '') - events.indexOf(b.event ?? '');
  if (difference !== 0) return difference;
  const [one, other] = [thing(a), thing(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function place({ what }: LedgerLine): number {
  return PLACES.get(what) ?? PLACES.size;
}
