import type { Candidate } from '../model/desk/candidate.ts';
import type { Change, Changes, Desk, Entry } from '../model/desk/desk.ts';
import { type Finding, fileFinding } from '../model/desk/finding.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import { PULL_REQUEST_CLOSED } from '../model/desk/ledger/programReasons.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import { addressing } from '../text/address.ts';
import { isUntouched } from './expiry.ts';
import { histories } from './histories.ts';
import { holdsItems, isOpen } from './implicitDecisions.ts';
import { toLine } from './ledgerLine.ts';
import { settle } from './settle.ts';
import type { SettleOptions } from './settleItem.ts';

/** What is carried over, and what a person has to carry over by hand. */
export interface CarriedOver extends Changes {
  lines: ItemLine[];
  notes: Finding[];
}

/** What carrying over one item of the closed branch comes to. */
interface CarriedItem {
  changes?: Change[];
  lines?: ItemLine[];
  note?: Finding;
  /** id of an item whose lines are not carried over */
  leftBehind?: string | undefined;
}

/** What identifies an item. Its id may differ between the two desks if the rules of addresses have changed in between. */
interface ItemRef {
  id?: string | undefined;
  url: string;
}

/** The desk that decisions are carried to, with its indexes. */
interface TargetDesk {
  desk: Desk;
  canonical(url: string): string;
  /** the line that decides what became of the item here */
  last(item: ItemRef): ItemLine | undefined;
  /** the file in which the item waits for a decision here */
  waiting(item: ItemRef): Entry<Candidate> | undefined;
}

/**
 * Carries over the decisions of a pull request that was closed unmerged: explicit decisions move to the desk, and
 * proposals that nobody decided expire. If the desk has decided on an item in the meantime, its decision stands. If a
 * person has edited the item's file here, or if its file over there cannot be read, a note leaves it to people.
 * @param closed the desk as it stood on the closed branch; `copy` takes files from it
 */
export function carryOver(desk: Desk, closed: Desk, options: SettleOptions): CarriedOver {
  const there = settle(closed, options);
  const target = targetDesk(desk);
  const unread = closed.quarantine.filter(holdsItems);
  const dropped = [...latestById(there.desk.ledger.items).values()].filter(
    ({ event }) => event === 'drop',
  );
  const carried: CarriedItem[] = [
    ...unread.map(({ path }) => ({ note: unreadable(path) })),
    ...there.desk.picks.map((pick) => carryPick(pick, there.changes, target)),
    ...dropped.map((line) => (isDecided(line, target) ? {} : clearCandidate(line, target))),
    ...there.desk.candidates.map((entry) => carryCandidate(entry, there.changes, target, options)),
  ];
  const known = new Set(desk.ledger.items.map(keyOf));
  const leftBehind = new Set(carried.map((one) => one.leftBehind));
  const stays = (line: ItemLine) =>
    isDecided(line, target) ||
    leftBehind.has(line.id) ||
    unread.some((file) => file.id === line.id || file.name.endsWith(line.id.slice(0, 6)));
  const lines = [...there.desk.ledger.items, ...carried.flatMap((one) => one.lines ?? [])];
  return {
    changes: carried.flatMap((one) => one.changes ?? []),
    lines: lines.filter((line) => !known.has(keyOf(line)) && !stays(line)),
    notes: carried.flatMap((one) => one.note ?? []),
  };
}

function targetDesk(desk: Desk): TargetDesk {
  const addresses = addressing(desk.rules.addresses);
  const { canonical } = addresses;
  const byItem = histories(desk.ledger.items, addresses);
  const byId = new Map(desk.candidates.map((entry) => [entry.data.id, entry]));
  const byAddress = new Map(desk.candidates.map((entry) => [canonical(entry.data.url), entry]));
  return {
    desk,
    canonical,
    last: (item) => byItem.of(item)?.last,
    waiting: ({ id, url }) => byId.get(id ?? '') ?? byAddress.get(canonical(url)),
  };
}

function carryPick(
  { path, data }: Entry<PickEntry>,
  changes: readonly Change[],
  target: TargetDesk,
): CarriedItem {
  const isThere = target.desk.picks.some(
    (pick) =>
      pick.path === path ||
      target.canonical(pick.data.url) === target.canonical(data.url) ||
      (data.id !== undefined && pick.data.id === data.id),
  );
  if (isThere || (data.id !== undefined && isDecided(data, target))) return {};
  const cleared = data.id === undefined ? {} : clearCandidate(data, target);
  if (cleared.leftBehind !== undefined) return cleared;
  const move = changes.find((change) => change.do === 'move' && change.to === path);
  const { from, set, remove } = move?.do === 'move' ? move : { from: path, set: {}, remove: [] };
  const copy: Change = { do: 'copy', from, to: path, kind: 'picks', set, remove };
  return { changes: [...(cleared.changes ?? []), copy] };
}

/** Carries over a postponed candidate; an undecided one expires. If the item waits here too, its file here stays. */
function carryCandidate(
  { path, data }: Entry<Candidate>,
  changes: readonly Change[],
  target: TargetDesk,
  options: SettleOptions,
): CarriedItem {
  const own = target.waiting(data);
  if (own !== undefined) {
    const differs = data.decision === 'later' && own.data.decision !== 'later';
    return differs ? { note: touched(own), leftBehind: data.id } : {};
  }
  if (target.last(data) !== undefined) return {};
  if (data.decision !== 'later') return { lines: [expiryLine(data, options)] };
  const from = changes.find((change) => change.do === 'rename' && change.to === path);
  return {
    changes: [
      {
        do: 'copy',
        from: from?.do === 'rename' ? from.from : path,
        to: path,
        kind: 'candidates',
        set: {},
        remove: [],
      },
    ],
  };
}

/** Removes the file in which an item waits here that was decided over there, unless a person has edited that file. */
function clearCandidate(item: ItemRef, { waiting, desk }: TargetDesk): CarriedItem {
  const own = waiting(item);
  if (own === undefined) return {};
  if (!isUntouched(own, desk.ledger.items)) return { note: touched(own), leftBehind: item.id };
  return { changes: [{ do: 'remove', path: own.path, hash: own.hash, id: own.data.id }] };
}

function isDecided(item: ItemRef, target: TargetDesk): boolean {
  const last = target.last(item);
  return last !== undefined && !isOpen(last) && last.event !== 'restore';
}

function keyOf({ at, id, event }: ItemLine): string {
  return `${at} ${id} ${event}`;
}

function expiryLine(candidate: Candidate, { now }: SettleOptions): ItemLine {
  return toLine('expire', candidate, { at: now, reason: PULL_REQUEST_CLOSED });
}

function unreadable(path: string): Finding {
  return fileFinding(path, { code: 'closed/unreadable', values: {} }, 'warning');
}

function touched({ path }: Entry<Candidate>): Finding {
  return fileFinding(path, { code: 'closed/touched', values: {} }, 'warning');
}
