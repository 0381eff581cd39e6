import { allEntries, type Desk, type Entry } from '../../model/desk/desk.ts';
import { type Finding, fileFinding } from '../../model/desk/finding.ts';
import { place } from '../placeFaults.ts';
import { othersOf, sharing } from './sharing.ts';

/** Files that a case-blind disk would take for one, picks of one name, and files with one id. Each finding names all others. */
export function* duplicates(desk: Desk, folder: string): Generator<Finding> {
  yield* caseTwins(desk, folder);
  yield* sameName(desk, folder);
  yield* sameId(desk, ['picks', 'candidates'], 'file/same-id', folder);
  yield* sameId(desk, ['slots'], 'slot/same-id', folder);
}

function* caseTwins(desk: Desk, folder: string): Generator<Finding> {
  const files: Identified[] = [...allEntries(desk), ...desk.quarantine];
  for (const group of sharing(files, ({ path }) => path.toLowerCase())) {
    for (const one of group) {
      const values = { others: othersOf(one, group, folder) };
      yield fileFinding(`${folder}/${one.path}`, { code: 'file/case-twin', values }, 'warning');
    }
  }
}

/** Slots name a pick by its file's name alone. */
function* sameName({ picks }: Desk, folder: string): Generator<Finding> {
  for (const group of sharing(picks, ({ name }) => name)) {
    for (const one of group.slice(1)) {
      const values = { others: othersOf(one, group, folder) };
      yield fileFinding(`${folder}/${one.path}`, { code: 'file/same-name', values }, 'warning');
    }
  }
}

/** A kind whose files bear an id. */
type IdKind = 'picks' | 'candidates' | 'slots';

interface Identified {
  path: string;
  id?: string | undefined;
}

/** Files that cannot be read are named too, if their id can be made out. */
function* sameId(
  desk: Desk,
  kinds: readonly IdKind[],
  code: 'file/same-id' | 'slot/same-id',
  folder: string,
): Generator<Finding> {
  const aside = desk.quarantine.filter(({ kind }) => kinds.some((one) => one === kind));
  const files: Identified[] = [...kinds.flatMap((kind) => identified(desk[kind])), ...aside];
  for (const group of sharing(files, ({ id }) => id)) {
    for (const one of group.slice(1)) {
      const values = { others: othersOf(one, group, folder) };
      yield { ...place(folder, one.path, ['id']), severity: 'warning', code, values };
    }
  }
}

function identified(entries: readonly Entry<{ id?: string | undefined }>[]): Identified[] {
  return entries.map(({ path, data: { id } }) => ({ path, id }));
}
