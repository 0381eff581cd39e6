import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFolderNote } from '../../src/model/desk/candidatePlace.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { dayOf } from '../../src/text/time.ts';
import { type Shift, shiftDates, shiftRun } from './shiftDates.ts';

/**
 * Copies a desk and the feeds that its sources read, every date moved by whole weeks: in headers and texts, in the
 * ledger, in the names of its files, and in the year and month folders of picks.
 * @param root the repository that holds `desk` and the feeds
 */
export function copyDesk(root: string, { to, shift }: { to: string; shift: Shift }): void {
  const hashes = new Map<string, string>();
  for (const path of filesBelow(join(root, 'content')).sort()) {
    const from = join(root, 'content', path);
    const before = readFileSync(from, 'utf8');
    let text = isFolderNote(path) ? before : shiftDates(before, shift);
    // A `proposed` line knows its file by its bytes, which have just changed. `candidates/` sorts before `ledger/`.
    if (path.startsWith('candidates/')) hashes.set(hash('sha256', before), hash('sha256', text));
    if (path.startsWith('ledger/'))
      text = text.replace(/(?<="hash":")[0-9a-f]{64}/g, (hash) => hashes.get(hash) ?? hash);
    write(join(to, 'content', shiftPath(path, text, shift)), text);
  }
  for (const path of filesBelow(join(root, 'scripts/demo/feeds'))) {
    const from = join(root, 'scripts/demo/feeds', path);
    // Byte for byte in Latin-1: dates are ASCII, and the feeds keep whatever encoding they declare.
    write(
      join(to, 'scripts/demo/feeds', path),
      Buffer.from(shiftDates(readFileSync(from, 'latin1'), shift), 'latin1'),
    );
  }
}

function shiftPath(path: string, text: string, shift: Shift): string {
  const [kind = '', , , name = ''] = path.split('/');
  if (kind === 'ledger') {
    const run = shiftRun(name, shift);
    return `ledger/${run.slice(0, 4)}/${run.slice(4, 6)}/${run}`;
  }
  const day = kind === 'picks' ? /^(?:harvested|kept): "?([^"\n]+)/m.exec(text)?.[1] : undefined;
  if (day === undefined) return path;
  const [year, month] = dayOf(day as Instant, shift.timeZone).split('-');
  return `${kind}/${year}/${month}/${basename(path)}`;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'));
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
