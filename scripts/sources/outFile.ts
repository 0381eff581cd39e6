import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CribaError } from '../../src/model/run/error.ts';
import { writeFile } from '../../src/store/writeFile.ts';
import { decodeText } from '../../src/text/charset.ts';

/** What may stand before the root of a list: white space, a declaration, comments. */
const BEFORE_ROOT = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<![a-z][^>]*>)*/i;
const ROOT = /^<opml(?=[\s/>])/i;

/** Where `--out` says that a list is to be written. A list may be written over by a newer one; no other file is. */
export function readOut(value: unknown, desk: string): string | undefined {
  if (value === undefined) return undefined;
  const out = String(value);
  if (!/.\.(?:opml|xml)$/i.test(out)) throw refused('name', out);
  const place = orRefused(out, () => join(realFolder(dirname(resolve(out))), basename(out)));
  const fromDesk = relative(
    orRefused(out, () => realFolder(resolve(desk))),
    place,
  );
  const isOutside = isAbsolute(fromDesk) || fromDesk.split(sep)[0] === '..';
  if (!isOutside) {
    throw refused('inDesk', out);
  }
  const there = orRefused(out, () => lstatSync(place, { throwIfNoEntry: false }));
  if (there === undefined) return out;
  if (there.isDirectory()) throw refused('folder', out);
  if (!there.isFile()) throw refused('notFile', out);
  if (!orRefused(out, () => isList(place))) {
    throw refused('notList', out);
  }
  return out;
}

/** @throws CribaError `usage/out` where the disk says no */
export function writeOut(out: string, text: string): void {
  orRefused(out, () => writeFile(dirname(resolve(out)), basename(out), text));
}

function isList(path: string): boolean {
  const { text } = decodeText(readFileSync(path));
  return ROOT.test(text.replace(BEFORE_ROOT, ''));
}

/** A folder without symbolic links on the way, as far as it is there. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return join(realFolder(dirname(folder)), basename(folder));
  }
}

function orRefused<T>(out: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (cause instanceof CribaError || code === undefined) throw cause;
    throw new CribaError('usage/out', { why: 'unwritable', out, reason: code }, { cause });
  }
}

function refused(
  why: 'name' | 'inDesk' | 'folder' | 'notFile' | 'notList',
  out: string,
): CribaError {
  return new CribaError('usage/out', { why, out });
}
