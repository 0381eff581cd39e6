import type { Candidate } from '../model/desk/candidate.ts';
import type { Change, Changes, Desk, Entry } from '../model/desk/desk.ts';
import type { Finding } from '../model/desk/finding.ts';
import { type LedgerLine, latestById } from '../model/desk/ledger.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import { addressing } from '../text/address.ts';
import { histories } from './histories.ts';
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
  left?: string | undefined;
}

/** What an item is found by: its id may be another here, where the rules of addresses have changed in the meantime. */
interface Thing {
  id?: string | undefined;
  url: string;
}

/** The desk that things are brought to. */
interface Here {
  desk: Desk;
  canonical(url: string): string;
  /** the line that decides what became of it here */
  last(thing: Thing): LedgerLine | undefined;
  /** the file in which it waits for a decision here */
  waiting(thing: Thing): Entry<Candidate> | undefined;
}

/**
 * What a pull request that was closed unmerged leaves behind: its explicit decisions are carried over, and what it
 * proposed and nobody decided expires. What the desk has decided in the meantime stands; what it holds and a person
 * has touched is left to people, as is what cannot be read over there.
 * @param closed the desk as it stood on the closed branch; `copy` takes files from it
 */
export function carryOver(desk: Desk, closed: Desk, options: SettleOptions): CarriedOver {
  const there = settle(closed, options);
  const here = placeFor(desk);
  const unread = closed.quarantine.filter(holdsItems);
  const dropped = [...latestById(there.desk.ledger).values()].filter(
    ({ event }) => event === 'drop',
  );
  const brought: Brought[] = [
    ...unread.map(({ path }) => ({ note: unreadable(path) })),
    ...there.desk.picks.map((pick) => bringPick(pick, there.changes, here)),
    ...dropped.map((line) => (isDecided(line, here) ? {} : makeWay(line, here))),
    ...there.desk.candidates.map((entry) => bringCandidate(entry, here, options)),
  ];
  const known = new Set(desk.ledger.map(keyOf));
  const left = new Set(brought.map((one) => one.left));
  const stays = (line: LedgerLine) =>
    isDecided(line, here) ||
    left.has(line.id) ||
    unread.some((file) => file.id === line.id || file.name.endsWith(line.id.slice(0, 6)));
  const lines = [...there.desk.ledger, ...brought.flatMap((one) => one.lines ?? [])];
  return {
    changes: brought.flatMap((one) => one.changes ?? []),
    lines: lines.filter((line) => !known.has(keyOf(line)) && !stays(line)),
    notes: brought.flatMap((one) => one.note ?? []),
  };
}

function placeFor(desk: Desk): Here {
  const addresses = addressing(desk.rules.addresses);
  const { canonical } = addresses;
  const past = histories(desk.ledger, addresses);
  const byId = new Map(desk.candidates.map((entry) => [entry.data.id, entry]));
  const byAddress = new Map(desk.candidates.map((entry) => [canonical(entry.data.url), entry]));
  return {
    desk,
    canonical,
    last: (thing) => past.of(thing)?.last,
    waiting: ({ id, url }) => byId.get(id ?? '') ?? byAddress.get(canonical(url)),
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
      here.canonical(pick.data.url) === here.canonical(data.url) ||
      (data.id !== undefined && pick.data.id === data.id),
  );
  if (stands || (data.id !== undefined && isDecided(data, here))) return {};
  const way = data.id === undefined ? {} : makeWay(data, here);
  if (way.left !== undefined) return way;
  const move = changes.find((change) => change.do === 'move' && change.to === path);
  const { from, set, remove } = move?.do === 'move' ? move : { from: path, set: {}, remove: [] };
  const copy: Change = { do: 'copy', from, to: path, kind: 'picks', set, remove };
  return { changes: [...(way.changes ?? []), copy] };
}

/** A postponed candidate is brought over, an undecided one expires; what waits here too goes on waiting. */
function bringCandidate(
  { path, data }: Entry<Candidate>,
  here: Here,
  options: SettleOptions,
): Brought {
  const own = here.waiting(data);
  if (own !== undefined) {
    const differs = data.decision === 'later' && own.data.decision !== 'later';
    return differs ? { note: touched(own), left: data.id } : {};
  }
  if (here.last(data) !== undefined) return {};
  if (data.decision !== 'later') return { lines: [expiry(data, options)] };
  return {
    changes: [{ do: 'copy', from: path, to: path, kind: 'candidates', set: {}, remove: [] }],
  };
}

/** Removes what waits here for a decision that was made over there, unless a person's words stand in it. */
function makeWay(thing: Thing, { waiting, desk }: Here): Brought {
  const own = waiting(thing);
  if (own === undefined) return {};
  if (!isUntouched(own, desk.ledger)) return { note: touched(own), left: thing.id };
  return { changes: [{ do: 'remove', path: own.path, hash: own.hash, id: own.data.id }] };
}

function isDecided(thing: Thing, here: Here): boolean {
  const last = here.last(thing);
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
