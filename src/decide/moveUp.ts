import type { Candidate } from '../model/desk/candidate.ts';
import { candidatePath, monthFolder } from '../model/desk/candidatePlace.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { isUntouched } from './expiry.ts';

/** The candidates of a desk, those of months' folders moved up, and where their files stand. */
export interface MovedUp {
  /** as they will stand, in the order of their paths */
  candidates: Entry<Candidate>[];
  /** where a candidate's file stands now */
  placeOf(entry: Entry<Candidate>): string;
  /** copies whose place is taken by the same item, and which say nothing that it does not say */
  copies: Entry<Candidate>[];
  /** what takes the place of a candidate that cannot move up */
  inTheWay: ReadonlyMap<Entry<Candidate>, string>;
}

/**
 * Moves the candidates that stand in a month's folder up to `candidates/`. Nothing is overwritten: if the place is taken by
 * the same item, a copy that nobody has touched is given up; any other file stays where it is.
 */
export function moveUp({ candidates, quarantine, ledger }: Desk): MovedUp {
  const taken = new Map<string, Entry<Candidate> | undefined>(
    [...quarantine, ...candidates.filter(isFlat)].map((file) => [
      file.path,
      'data' in file ? file : undefined,
    ]),
  );
  const places = new Map<Entry<Candidate>, string>();
  const inTheWay = new Map<Entry<Candidate>, string>();
  const copies: Entry<Candidate>[] = [];
  const staying = candidates.filter(isFlat);
  const isOurs = (entry: Entry<Candidate>) => isUntouched(entry, ledger.items);
  // First those that people have touched: it is their files that are to stand where people look for them.
  const old = candidates.filter((entry) => !isFlat(entry));
  for (const entry of [...old.filter((one) => !isOurs(one)), ...old.filter(isOurs)]) {
    const path = candidatePath(entry.name);
    const other = taken.get(path);
    const isSame = other?.data.id === entry.data.id;
    if (!taken.has(path)) {
      const moved = { ...entry, path };
      taken.set(path, moved);
      places.set(moved, entry.path);
      staying.push(moved);
    } else if (isSame && (isOurs(entry) || other?.hash === entry.hash)) copies.push(entry);
    else {
      inTheWay.set(entry, path);
      staying.push(entry);
    }
  }
  return {
    candidates: staying.sort((a, b) => (a.path < b.path ? -1 : 1)),
    placeOf: (entry) => places.get(entry) ?? entry.path,
    copies,
    inTheWay,
  };
}

function isFlat({ path }: Entry<Candidate>): boolean {
  return monthFolder(path) === undefined;
}
