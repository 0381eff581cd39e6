import type { Desk, Quarantined } from '../model/desk/desk.ts';
import type { LedgerLine } from '../model/desk/ledger.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import { follow } from './ledgerLine.ts';

/** Decisions that people make without a word, by moving and deleting files. */

/** A proposed file that a person put among the picks is kept, as is a pick made by hand; the ledger says so. */
export function movedByHand(
  desk: Desk,
  latest: ReadonlyMap<string, LedgerLine>,
  now: Instant,
): LedgerLine[] {
  const waiting = new Set(desk.candidates.map((entry) => entry.data.id));
  return desk.picks.flatMap(({ data }) => {
    if (data.id === undefined || waiting.has(data.id)) return [];
    const last = latest.get(data.id);
    if (last === undefined) return [handmadeLine(data, data.id, desk, now)];
    const said = { at: now, by: data.keptBy, reason: data.reason };
    return isOpen(last) ? [follow(last, 'keep', said)] : [];
  });
}

/** The `keep` line of a pick that no feed brought: its item is known from now on, whatever becomes of the file. */
export function handmadeLine(
  { title, url, source, language, keptBy }: PickEntry,
  id: string,
  { settings }: Pick<Desk, 'settings'>,
  at: Instant,
): LedgerLine {
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

/** What was proposed and has no file any more, readable or not, was deleted: a drop like any other. */
export function deleted(
  desk: Desk,
  latest: ReadonlyMap<string, LedgerLine>,
  now: Instant,
): LedgerLine[] {
  const ids = new Set<string | undefined>();
  const endings = new Set<string>();
  for (const file of [...desk.candidates, ...desk.picks, ...desk.quarantine.filter(holdsItems)]) {
    ids.add('data' in file ? file.data.id : file.id);
    endings.add(file.name.slice(-6));
  }
  return [...latest.values()]
    .filter((line) => isOpen(line) && !ids.has(line.id) && !endings.has(line.id.slice(0, 6)))
    .map((line) => follow(line, 'drop', { at: now, reason: 'deleted' }));
}

/** Whether nobody has decided on what a line is the last about. */
export function isOpen(line: LedgerLine): boolean {
  return line.event === 'proposed' || line.event === 'later';
}

/** Whether a file that cannot be read may be an item's. */
export function holdsItems(file: Quarantined): boolean {
  return file.kind === 'candidates' || file.kind === 'picks';
}
