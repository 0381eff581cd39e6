import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CribaError } from '../model/run/error.ts';

const TEMPORARY = '.criba-tmp-';

/**
 * Writes a file whole or not at all: a temporary file beside it, synced, then renamed over the name.
 * @param folder that the file must stay in, symbolic links considered
 * @throws CribaError `file/outside` when a folder on the way is a link that leads out
 */
export function writeFile(folder: string, path: string, content: string | Uint8Array): void {
  const target = join(folder, path);
  makeFolder(folder, dirname(path));
  const temporary = join(dirname(target), `${TEMPORARY}${randomUUID()}`);
  try {
    fill(temporary, typeof content === 'string' ? Buffer.from(content) : content);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(dirname(target));
}

function fill(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes a file, and the folders that it leaves empty, up to `folder`. */
export function removeFile(folder: string, path: string): void {
  makeFolder(folder, dirname(path));
  rmSync(join(folder, path), { force: true });
  syncFolder(join(folder, dirname(path)));
  for (let parent = dirname(path); parent.includes('/'); parent = dirname(parent)) {
    if (readdirSync(join(folder, parent)).length > 0) return;
    rmSync(join(folder, parent), { recursive: true });
  }
}

const AN_HOUR = 3_600_000;

/** Removes what an interrupted run left half-written; younger files may be those of a run that is at work. */
export function sweepTemporaries(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true }).map(String)) {
    if (!basename(path).startsWith(TEMPORARY)) continue;
    const place = join(folder, path);
    if (Date.now() - lstatSync(place).mtimeMs > AN_HOUR) rmSync(place, { force: true });
  }
}

function makeFolder(folder: string, path: string): void {
  mkdirSync(join(folder, path), { recursive: true });
  const root = realpathSync(folder);
  const real = realpathSync(join(folder, path));
  if (real !== join(root, path)) {
    throw new CribaError('file/outside', { path: join(folder, path), real });
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch {
    // Windows cannot sync a folder; there the rename has to do.
  } finally {
    closeSync(folder);
  }
}
