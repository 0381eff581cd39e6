import type { Desk, Entry } from '../../model/desk/desk.ts';
import type { Finding } from '../../model/desk/finding.ts';
import { FOLDERS } from '../../model/desk/kinds.ts';
import { fileFault } from '../fileFaults.ts';
import { place } from '../placeFaults.ts';

/** Files that a case-blind disk would take for one, and two files with one id. */
export function* duplicates(desk: Desk, folder: string): Generator<Finding> {
  const paths = new Map<string, string>();
  const all = [...FOLDERS.flatMap((kind): Entry<unknown>[] => desk[kind]), ...desk.quarantine];
  for (const { path } of all) {
    const other = paths.get(path.toLowerCase());
    paths.set(path.toLowerCase(), path);
    if (other === undefined) continue;
    for (const [file, same] of [
      [path, other],
      [other, path],
    ] as const) {
      yield {
        file: `${folder}/${file}`,
        line: 1,
        column: 1,
        code: 'file/case-twin',
        severity: 'warning',
        message: `The name differs from ${folder}/${same} by upper and lower case only.`,
        hint: 'Rename one of them: on many machines they are the same file.',
      };
    }
  }
  yield* sameName(desk.picks, folder);
  yield* sameId([...desk.picks, ...desk.candidates], folder);
}

/** Slots name a pick by its file's name alone. */
function* sameName(picks: Desk['picks'], folder: string): Generator<Finding> {
  const names = new Map<string, string>();
  for (const { name, path } of picks) {
    const other = names.get(name);
    names.set(name, path);
    if (other === undefined) continue;
    yield fileFault(
      `${folder}/${path}`,
      'file/same-name',
      `${folder}/${other} is called the same, so a slot cannot tell which of them it names.`,
      'Rename one of them.',
      'warning',
    );
  }
}

function* sameId(entries: readonly Entry<{ id?: string }>[], folder: string): Generator<Finding> {
  const ids = new Map<string, string>();
  for (const entry of entries) {
    const { id } = entry.data;
    if (id === undefined) continue;
    const other = ids.get(id);
    if (other === undefined) ids.set(id, entry.path);
    else {
      yield {
        ...place(folder, entry.path, ['id']),
        code: 'file/same-id',
        severity: 'warning',
        message: `The id stands in ${folder}/${other} too.`,
        hint: 'They are the same item: keep the words of both in one file and delete the other.',
      };
    }
  }
}
