import type { Candidate } from '../model/candidate.ts';
import type { Change, Changes, Desk, Entry } from '../model/desk.ts';
import type { Finding } from '../model/finding.ts';
import { type LedgerLine, latestById } from '../model/ledger.ts';
import type { PickEntry } from '../model/pick.ts';
import { toLine } from './ledgerLine.ts';
import { isUntouched, type SettleOptions, settle } from './settle.ts';
import { holdsItems, isOpen } from './withoutWords.ts';

/** What is brought over, and what a person has to bring over themselves. */
export interface CarriedOver extends Changes {
  notes: Finding[];
}

/** What one item of the closed branch comes to here. */
interface Brought {
  changes?: Change[];
  lines?: LedgerLine[];
  note?: Finding;
  /** its lines stay over there */
  left?: string;
}

/** The desk that things are brought to. */
interface Here {
  desk: Desk;
  latest: ReadonlyMap<string, LedgerLine>;
  waiting: ReadonlyMap<string, Entry<Candidate>>;
}

/**
 * What a pull request that was closed unmerged leaves behind: its explicit decisions are carried over, and what it
 * proposed and nobody decided expires. What the desk has decided in the meantime stands; what it holds and a person
 * has touched is left to people, as is what cannot be read over there.
 * @param closed the desk as it stood on the closed branch; `copy` takes files from it
 */
export function carryOver(desk: Desk, closed: Desk, options: SettleOptions): CarriedOver {
  const there = settle(closed, options);
  const waiting = new Map(desk.candidates.map((entry) => [entry.data.id, entry]));
  const here: Here = { desk, latest: latestById(desk.ledger), waiting };
  const unread = closed.quarantine.filter(holdsItems);
  const dropped = [...latestById(there.desk.ledger).values()].filter(
    ({ event }) => event === 'drop',
  );
  const brought: Brought[] = [
    ...unread.map(({ path }) => ({ note: unreadable(path) })),
    ...there.desk.picks.map((pick) => bringPick(pick, there.changes, here)),
    ...dropped.map(({ id }) => (isDecided(id, here) ? {} : makeWay(id, here))),
    ...there.desk.candidates.map((entry) => bringCandidate(entry, here, options)),
  ];
  const known = new Set(desk.ledger.map(keyOf));
  const left = new Set(brought.map((one) => one.left));
  const stays = ({ id }: LedgerLine) =>
    isDecided(id, here) ||
    left.has(id) ||
    unread.some((file) => file.id === id || file.name.endsWith(id.slice(0, 6)));
  const lines = [...there.desk.ledger, ...brought.flatMap((one) => one.lines ?? [])];
  return {
    changes: brought.flatMap((one) => one.changes ?? []),
    lines: lines.filter((line) => !known.has(keyOf(line)) && !stays(line)),
    notes: brought.flatMap((one) => one.note ?? []),
  };
}

function bringPick(
  { path, data }: Entry<PickEntry>,
  changes: readonly Change[],
  here: Here,
): Brought {
  const stands = here.desk.picks.some(
    (pick) =>
      pick.path === path ||
      pick.data.url === data.url ||
      (data.id !== undefined && pick.data.id === data.id),
  );
  if (stands || (data.id !== undefined && isDecided(data.id, here))) return {};
  const way = data.id === undefined ? {} : makeWay(data.id, here);
  if (way.left !== undefined) return way;
  const move = changes.find((change) => change.do === 'move' && change.to === path);
  const { from, set, remove } = move?.do === 'move' ? move : { from: path, set: {}, remove: [] };
  const copy: Change = { do: 'copy', from, to: path, kind: 'picks', set, remove };
  return { changes: [...(way.changes ?? []), copy] };
}

/** Put off is brought over, undecided expires; what waits here too goes on waiting. */
function bringCandidate(
  { path, data }: Entry<Candidate>,
  here: Here,
  options: SettleOptions,
): Brought {
  const own = here.waiting.get(data.id);
  if (own !== undefined) {
    const differs = data.decision === 'later' && own.data.decision !== 'later';
    return differs ? { note: touched(own), left: data.id } : {};
  }
  if (here.latest.has(data.id)) return {};
  if (data.decision !== 'later') return { lines: [expiry(data, options)] };
  return {
    changes: [{ do: 'copy', from: path, to: path, kind: 'candidates', set: {}, remove: [] }],
  };
}

/** Removes what waits here for a decision that was made over there, unless a person's words stand in it. */
function makeWay(id: string, { waiting, desk }: Here): Brought {
  const own = waiting.get(id);
  if (own === undefined) return {};
  if (!isUntouched(own, desk.ledger)) return { note: touched(own), left: id };
  return { changes: [{ do: 'remove', path: own.path, hash: own.hash, id }] };
}

function isDecided(id: string, { latest }: Here): boolean {
  const last = latest.get(id);
  return last !== undefined && !isOpen(last) && last.event !== 'restore';
}

function keyOf({ at, id, event }: LedgerLine): string {
  return `${at} ${id} ${event}`;
}

function expiry(candidate: Candidate, { now }: SettleOptions): LedgerLine {
  return toLine('expire', candidate, { at: now, reason: 'pull request closed' });
}

function unreadable(path: string): Finding {
  return finding(
    path,
    'closed/unreadable',
    'cannot be read over there, so nothing of it is carried over',
  );
}

function touched({ path }: Entry<Candidate>): Finding {
  return finding(
    path,
    'closed/touched',
    'has words of its own here, so the decision over there is not carried over',
  );
}

function finding(path: string, code: Finding['code'], what: string): Finding {
  const hint = 'Bring it over by hand.';
  return {
    file: path,
    line: 1,
    column: 1,
    code,
    message: `The file ${what}.`,
    hint,
    severity: 'warning',
  };
}
