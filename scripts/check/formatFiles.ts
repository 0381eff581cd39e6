import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUntouched } from '../../src/decide/expiry.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import { FOLDERS } from '../../src/model/desk/kinds.ts';
import { RULE_NAMES } from '../../src/model/desk/rules.ts';
import { editFile } from '../../src/store/renderFile.ts';
import { writeFile } from '../../src/store/writeFile.ts';

/** The files of a desk that could be read, ledger aside. */
export function deskFiles(desk: Desk, folder: string) {
  const away = new Set(desk.quarantine.map(({ path }) => path));
  const rules = RULE_NAMES.map((kind) => ({ path: `rules/${kind}.md`, kind })).filter(
    ({ path }) => !away.has(path) && existsSync(join(folder, path)),
  );
  return [
    { path: 'desk.md', kind: 'desk' as const },
    ...FOLDERS.flatMap((kind) => desk[kind].map(({ path }) => ({ path, kind }))),
    ...rules,
  ];
}

export interface FormatOptions {
  dryRun: boolean;
  /** an id for a slot that has none */
  newId: () => string;
}

/**
 * Writes the headers of a desk's files in one form, slots with an id, and gives the paths of those that were not in it.
 * A candidate that nobody touched stays in whatever form it was proposed in: its bytes say that nobody touched it.
 */
export function formatFiles(
  desk: Desk,
  folder: string,
  { dryRun, newId }: FormatOptions,
): string[] {
  const untouched = new Set(
    desk.candidates
      .filter((entry) => isUntouched(entry, desk.ledger.items))
      .map(({ path }) => path),
  );
  const nameless = new Set(
    desk.slots.filter(({ data }) => data.id === undefined).map(({ path }) => path),
  );
  return deskFiles(desk, folder).flatMap(({ path, kind }) => {
    const text = readFileSync(join(folder, path), 'utf8');
    const formatted = editFile(kind, text, nameless.has(path) ? { id: newId() } : {}, [], path);
    if (formatted === text || untouched.has(path)) return [];
    if (!dryRun) writeFile(folder, path, formatted);
    return [path];
  });
}
