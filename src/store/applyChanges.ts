import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, Changes } from '../model/desk.ts';
import { CribaError } from '../model/error.ts';
import { byTime, LedgerLine } from '../model/ledger.ts';
import { editFile, renderFile } from './renderFile.ts';
import { removeFile, writeFile } from './writeFile.ts';

/** What a run wrote. */
export interface Applied {
  written: string[];
  removed: string[];
  /** the ledger file, when there were lines */
  ledger?: string;
}

/**
 * Carries out changes in the order that loses nothing when it is cut short: new files, the ledger, removals.
 * Nothing that stands is overwritten: a file in the way of a new one is an error.
 * @param ledger path of the ledger file that the lines go to: `ledger/<year>/<month>/<run>.ndjson`
 * @throws CribaError `file/exists`, `file/outside`, `file/unreadable`
 */
export function applyChanges(folder: string, { changes, lines }: Changes, ledger: string): Applied {
  const texts = renderAll(folder, changes);
  if (lines.length > 0) refuseToOverwrite(folder, ledger);
  for (const [path, text] of texts) writeFile(folder, path, text);
  if (lines.length > 0) writeFile(folder, ledger, ledgerText(withHashes(lines, changes, texts)));
  const removed = changes.flatMap((change) =>
    change.do === 'remove' ? [change.path] : change.do === 'move' ? [change.from] : [],
  );
  for (const path of removed) removeFile(folder, path);
  return { written: [...texts.keys()], removed, ...(lines.length > 0 && { ledger }) };
}

/** Every new text is made before the first is written, so that a file that cannot be read stops a run that wrote nothing. */
function renderAll(folder: string, changes: readonly Change[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const change of changes) {
    if (change.do === 'remove') continue;
    const path = change.do === 'create' ? change.path : change.to;
    if (texts.has(path)) throw exists(folder, path);
    refuseToOverwrite(folder, path);
    texts.set(
      path,
      change.do === 'create'
        ? renderFile(change.kind, change.data, change.body)
        : editFile(
            change.kind,
            readFileSync(join(folder, change.from), 'utf8'),
            change.set,
            change.remove,
            change.from,
          ),
    );
  }
  return texts;
}

function refuseToOverwrite(folder: string, path: string): void {
  if (existsSync(join(folder, path))) throw exists(folder, path);
}

function exists(folder: string, path: string): CribaError {
  return new CribaError('file/exists', `${folder}/${path} is there already.`, {
    hint: 'Compare the two and keep one: Criba overwrites no file of the desk.',
  });
}

/** A `proposed` line remembers its file's bytes, which nobody knows before they are made. */
function withHashes(
  lines: readonly LedgerLine[],
  changes: readonly Change[],
  texts: ReadonlyMap<string, string>,
): LedgerLine[] {
  const hashes = new Map<unknown, string>();
  for (const change of changes) {
    if (change.do === 'create') hashes.set(change.data.id, sha256(texts.get(change.path) ?? ''));
  }
  return lines.map((line) => {
    const hash = line.event === 'proposed' ? hashes.get(line.id) : undefined;
    return hash ? { ...line, hash } : line;
  });
}

function ledgerText(lines: readonly LedgerLine[]): string {
  const keys = Object.keys(LedgerLine.shape);
  return lines
    .toSorted(byTime)
    .map((line) => `${JSON.stringify(line, keys)}\n`)
    .join('');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
