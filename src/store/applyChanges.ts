import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, Changes } from '../model/desk/desk.ts';
import { isItemLine, type LedgerLine } from '../model/desk/ledger/ledger.ts';
import type { Instant } from '../model/desk/time.ts';
import { CribaError } from '../model/run/error.ts';
import { folderNotes } from './folderNotes.ts';
import { ledgerPath } from './ledgerPath.ts';
import { ledgerText } from './ledgerText.ts';
import { readSettings } from './readSettings.ts';
import { editFile, renderFile } from './renderFile.ts';
import { removeFile, sweepTemporaries, writeFile } from './writeFile.ts';

/** What a run wrote, the README.md files of folders aside. */
export interface Applied {
  written: string[];
  removed: string[];
  /** files that a person changed while the run was at work: left alone, with their lines */
  left: string[];
  /** the ledger file, when there were lines */
  ledger?: string;
}

export interface ApplyOptions {
  now: Instant;
  /** whose run it is, which names the ledger file; where that is there already, `-2`, `-3`, … is put to its name */
  command: string;
  /** the desk that `copy` takes files from */
  other?: string;
}

/**
 * Carries out changes in the order that loses nothing when it is cut short: new files, the ledger, removals.
 * Nothing that stands is overwritten, but for a file to be edited whose bytes are those that were judged: a file in the
 * way of a new one is an error. Whatever fills or empties the folder of candidates leaves a README.md there.
 * @throws CribaError `file/exists`, `file/outside`, `file/unreadable`
 */
export function applyChanges(folder: string, wanted: Changes, options: ApplyOptions): Applied {
  sweepTemporaries(folder);
  const { changes, lines, left } = withoutTouched(folder, wanted);
  const texts = renderAll(folder, changes, options.other);
  const path = ledgerPath(options.now, options.command);
  const ledger = lines.length > 0 ? freePath(folder, path) : undefined;
  const { languages } = readSettings(folder).settings;
  const notes = folderNotes(folder, changes, { languages, now: options.now });
  for (const [path, text] of [...notes.write, ...texts]) writeFile(folder, path, text);
  if (ledger) writeFile(folder, ledger, ledgerText(withHashes(lines, changes, texts)));
  const removed = changes.flatMap((change) => {
    if (change.do === 'remove') return [change.path];
    return isMove(change) ? [change.from] : [];
  });
  for (const path of [...removed, ...notes.remove]) removeFile(folder, path);
  return { written: [...texts.keys()], removed, left, ...(ledger && { ledger }) };
}

/** Leaves out what would move, remove or edit a file whose bytes are no longer those that were judged. */
function withoutTouched(folder: string, { changes, lines }: Changes): Changes & { left: string[] } {
  const touched = changes.filter((change): change is Extract<Change, { hash: string }> => {
    return 'hash' in change && hashOf(folder, standsAt(change)) !== change.hash;
  });
  const ids = new Set(touched.map(({ id }) => id));
  // A `proposed` line tells of the file as an edit leaves it; beside a move it tells of an item that had no line yet.
  const edits = new Set(touched.flatMap((change) => (change.do === 'edit' ? [change.id] : [])));
  return {
    changes: changes.filter((change) => !(touched as Change[]).includes(change)),
    lines: lines.filter(
      (line) =>
        !isItemLine(line) ||
        !ids.has(line.id) ||
        (line.event === 'proposed' && !edits.has(line.id)),
    ),
    left: touched.map(standsAt),
  };
}

function standsAt(change: Extract<Change, { hash: string }>): string {
  return isMove(change) ? change.from : change.path;
}

function isMove(change: Change): change is Extract<Change, { do: 'move' | 'rename' }> {
  return change.do === 'move' || change.do === 'rename';
}

function hashOf(folder: string, path: string): string | undefined {
  const place = join(folder, path);
  return existsSync(place) ? hash('sha256', readFileSync(place)) : undefined;
}

/** Every new text is made before the first is written, so that a file that cannot be read stops a run that wrote nothing. */
function renderAll(
  folder: string,
  changes: readonly Change[],
  other: string | undefined,
): Map<string, string | Buffer> {
  const texts = new Map<string, string | Buffer>();
  for (const change of changes) {
    if (change.do === 'remove') continue;
    const path = 'to' in change ? change.to : change.path;
    if (texts.has(path)) throw exists(folder, path, 'twice');
    if (change.do !== 'edit' && existsSync(join(folder, path))) throw exists(folder, path, 'there');
    texts.set(path, render(change, change.do === 'copy' ? (other ?? folder) : folder));
  }
  return texts;
}

function render(change: Exclude<Change, { do: 'remove' }>, from: string): string | Buffer {
  if (change.do === 'rename') return readFileSync(join(from, change.from));
  if (change.do === 'create') return renderFile(change.kind, change.data, change.body);
  const path = change.do === 'edit' ? change.path : change.from;
  const text = readFileSync(join(from, path), 'utf8');
  return editFile(change.kind, text, change.set, change.remove, `${from}/${path}`);
}

function exists(folder: string, path: string, why: 'there' | 'twice'): CribaError {
  return new CribaError('file/exists', { why, path: `${folder}/${path}` });
}

/** A ledger file is never changed: a second run of the same moment gets one of its own. */
function freePath(folder: string, path: string): string {
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? path : path.replace(/(?=\.ndjson$)/, `-${n}`);
    if (!existsSync(join(folder, free))) return free;
  }
}

/** A new `proposed` line remembers its file's bytes, new or edited, which nobody knows before they are made. */
function withHashes(
  lines: readonly LedgerLine[],
  changes: readonly Change[],
  texts: ReadonlyMap<string, string | Buffer>,
): LedgerLine[] {
  const hashes = new Map<unknown, string>();
  for (const change of changes) {
    if (change.do !== 'create' && change.do !== 'edit') continue;
    const id = change.do === 'create' ? change.data.id : change.id;
    hashes.set(id, hash('sha256', texts.get(change.path) ?? ''));
  }
  return lines.map((line) => {
    if (!isItemLine(line) || line.event !== 'proposed') return line;
    const hash = line.hash ?? hashes.get(line.id);
    return hash ? { ...line, hash } : line;
  });
}
