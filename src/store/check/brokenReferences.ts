import type { Desk, Entry } from '../../model/desk/desk.ts';
import type { Finding } from '../../model/desk/finding.ts';
import { FOLDERS, type Kind, kindOf } from '../../model/desk/kinds.ts';
import { nearest } from '../../text/nearest.ts';
import { keyName } from '../describeIssue.ts';
import { place } from '../placeFaults.ts';
import { type NamedAt, namesAt } from './namesAt.ts';

/** A file's name in the header of another. */
interface Reference extends NamedAt {
  entry: Entry<unknown>;
  to: Kind;
}

/** Every name by which a file of the desk names another. */
function* references(desk: Desk): Generator<Reference> {
  for (const folder of FOLDERS) {
    for (const [path, to] of Object.entries<Kind>(kindOf(folder).refersTo)) {
      for (const entry of desk[folder]) {
        for (const named of namesAt(entry.data, path)) yield { entry, to, ...named };
      }
    }
  }
}

/** Names of files that are not there. */
export function* brokenReferences(desk: Desk, folder: string): Generator<Finding> {
  const names = new Map(FOLDERS.map((kind) => [kind, namesOf(desk, kind)]));
  for (const { entry, to, name, at } of references(desk)) {
    const known = names.get(to) ?? new Set();
    if (known.has(name)) continue;
    const near = nearest(name, [...known]);
    yield {
      ...place(folder, entry.path, at),
      code: 'reference/unknown',
      values: { key: keyOf(at), name, folder: `${folder}/${to}`, near },
      severity: 'warning',
    };
  }
}

/** A quarantined file is there, so what points to it is not at fault. */
function namesOf(desk: Desk, kind: Kind): Set<string> {
  const aside = desk.quarantine.filter((file) => file.kind === kind);
  return new Set([...desk[kind], ...aside].map(({ name }) => name));
}

/** The key as people find it: of a reference in a rule the whole path, of others the first key. */
function keyOf(at: Reference['at']): string {
  return at[0] === 'rules' ? keyName(at) : String(at[0]);
}
