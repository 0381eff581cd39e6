import type { Desk, Quarantined } from '../model/desk/desk.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { DELETED } from '../model/desk/ledger/programReasons.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import { nextLine } from './ledgerLine.ts';

// Decisions that people make by moving and deleting files, without writing a `decision`.

/**
 * The `keep` lines of proposed files that a person moved to the picks, of picks whose drop a person took back, and of picks
 * that a person made by hand.
 */
export function implicitKeeps(
  desk: Desk,
  latest: ReadonlyMap<string, ItemLine>,
  now: Instant,
): ItemLine[] {
  const waiting = new Set(desk.candidates.map((entry) => entry.data.id));
  return desk.picks.flatMap(({ data }) => {
    if (data.id === undefined || waiting.has(data.id)) return [];
    const last = latest.get(data.id);
    if (last === undefined) return [handmadeLine(data, data.id, desk, now)];
    const details = { at: now, by: data.keptBy, reason: data.reason };
    const undecided = isOpen(last) || last.event === 'restore';
    return undecided ? [nextLine(last, 'keep', details)] : [];
  });
}

/** The `keep` line of a pick that no feed brought. It makes the item known, whatever becomes of the file. */
export function handmadeLine(
  { title, url, source, language, keptBy }: PickEntry,
  id: string,
  { settings }: Pick<Desk, 'settings'>,
  at: Instant,
): ItemLine {
  return {
    at,
    id,
    event: 'keep',
    ...(keptBy && { by: keptBy }),
    source: source ?? 'by-hand',
    title,
    url,
    language: language ?? settings.languages[0] ?? 'und',
  };
}

/** The `drop` lines of proposed items that no longer have a file, readable or not: a person deleted it. */
export function implicitDrops(
  desk: Desk,
  latest: ReadonlyMap<string, ItemLine>,
  now: Instant,
): ItemLine[] {
  const ids = new Set<string | undefined>();
  const endings = new Set<string>();
  for (const file of [...desk.candidates, ...desk.picks, ...desk.quarantine.filter(holdsItems)]) {
    ids.add('data' in file ? file.data.id : file.id);
    endings.add(file.name.slice(-6));
  }
  return [...latest.values()]
    .filter((line) => isOpen(line) && !ids.has(line.id) && !endings.has(line.id.slice(0, 6)))
    .map((line) => nextLine(line, 'drop', { at: now, reason: DELETED }));
}

/** Whether an item whose last line this is waits for a decision. */
export function isOpen(line: ItemLine): boolean {
  return line.event === 'proposed' || line.event === 'later';
}

/** Whether an unreadable file may be that of an item. */
export function holdsItems(file: Quarantined): boolean {
  return file.kind === 'candidates' || file.kind === 'picks';
}
