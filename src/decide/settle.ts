import type { Candidate } from '../model/desk/candidate.ts';
import type { Change, Changes, Desk, Entry } from '../model/desk/desk.ts';
import type { Finding } from '../model/desk/finding.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import { addressing } from '../text/address.ts';
import { isSamePage, pageOf } from '../text/samePage.ts';
import { dayOf } from '../text/time.ts';
import { implicitDrops, implicitKeeps } from './implicitDecisions.ts';
import { lateProposal } from './ledgerLine.ts';
import { type MovedUp, moveUp } from './moveUp.ts';
import {
  pathTaken,
  type SettleContext,
  type SettleOptions,
  settleItem,
  type Verdict,
} from './settleItem.ts';

/** What settling comes to: files to move and remove, lines for the ledger, and the desk as it is afterwards. */
export interface Settled extends Changes {
  lines: ItemLine[];
  desk: Desk;
  /** what a person has to resolve */
  notes: Finding[];
}

/**
 * Turns decisions into places: a kept candidate becomes a pick, a dropped or expired one goes, and each leaves a line. One
 * that stays moves up to `candidates/`, if it stands in a month's folder. If nothing is left to settle, there are no changes
 * and no lines, however often it is called.
 */
export function settle(desk: Desk, options: SettleOptions): Settled {
  const moved = moveUp(desk);
  const before = { ...desk, candidates: moved.candidates };
  const context = settleContext(before, moved, options);
  const { candidates } = before;
  const verdicts = new Map(
    [...Map.groupBy(candidates, ({ data }) => data.id).values()].flatMap((files) => [
      ...settleItem(files, context),
    ]),
  );
  const staying = candidates.filter((entry) => verdicts.get(entry)?.change === undefined);
  const decisions = candidates.flatMap((entry) => verdicts.get(entry) ?? []);
  const lines = [
    ...newItems(before, context).map(({ data, body }) => lateProposal(data, body, options.now)),
    ...onceEach(decisions.flatMap(({ line }) => line ?? [])),
    ...implicitKeeps(before, context.latest, options.now),
    ...implicitDrops(before, context.latest, options.now),
  ];
  return {
    desk: {
      ...desk,
      candidates: staying,
      picks: [...desk.picks, ...decisions.flatMap(({ pick }) => pick ?? [])].sort((a, b) =>
        a.path < b.path ? -1 : 1,
      ),
      ledger: { ...desk.ledger, items: [...desk.ledger.items, ...lines] },
    },
    changes: [
      ...decisions.flatMap(({ change }) => change ?? []),
      ...moved.copies.map(removalOf),
      ...staying.flatMap((entry) => renameOf(entry, moved)),
    ],
    lines,
    notes: [
      ...decisions.flatMap(({ note }) => note ?? []),
      ...staying.flatMap((entry) => stuck(entry, moved, verdicts.get(entry))),
    ],
  };
}

function settleContext(desk: Desk, { placeOf }: MovedUp, options: SettleOptions): SettleContext {
  const addresses = addressing(desk.rules.addresses);
  const today = dayOf(options.now, desk.settings.timeZone);
  // A page whose pick has expired may be kept again: it says something new.
  const nameless = desk.picks.filter(({ data: { id, expires } }) => {
    return id === undefined && (expires === undefined || expires > today);
  });
  const pages = nameless.map((pick) => ({ pick, page: pageOf(pick.data, addresses) }));
  return {
    ...options,
    desk,
    placeOf,
    latest: latestById(desk.ledger.items),
    picks: new Map(desk.picks.map((pick) => [pick.data.id, pick])),
    namelessPick: (candidate) => {
      const own = pageOf(candidate, addresses);
      return pages.find(({ page }) => isSamePage(page, own))?.pick;
    },
    taken: new Set([...desk.picks, ...desk.quarantine].map(({ path }) => path)),
  };
}

/** Candidates of which the ledger knows nothing, as after a run that was cut short; one of each item. */
function newItems({ candidates }: Desk, { latest }: SettleContext): Entry<Candidate>[] {
  const fresh = candidates.filter(({ data }) => !latest.has(data.id));
  return [...new Map(fresh.map((entry) => [entry.data.id, entry])).values()];
}

/** Two files of an item may come to the same. */
function onceEach(lines: readonly ItemLine[]): ItemLine[] {
  return [...new Map(lines.map((line) => [`${line.id} ${line.event}`, line])).values()];
}

function removalOf({ path, hash, data }: Entry<Candidate>): Change {
  return { do: 'remove', path, hash, id: data.id };
}

/** What keeps a candidate from moving up, unless something else is to be said of it. */
function stuck(entry: Entry<Candidate>, { inTheWay }: MovedUp, verdict?: Verdict): Finding[] {
  const path = inTheWay.get(entry);
  return path === undefined || verdict?.note ? [] : [pathTaken(entry, path)];
}

/** The move of a file from its month's folder to `candidates/`, byte for byte, so that its `hash` in the ledger still holds. */
function renameOf(entry: Entry<Candidate>, { placeOf }: MovedUp): Change[] {
  const { path: to, hash, data } = entry;
  const from = placeOf(entry);
  return from === to ? [] : [{ do: 'rename', from, to, hash, id: data.id }];
}
