import { readFileSync, statSync } from 'node:fs';
import { CribaError } from '../../src/model/run/error.ts';

const MAX_LIST_BYTES = 20 * 1024 * 1024;

/** The bytes of the list that a person names, and the name. @throws CribaError if it is not one readable file */
export function readList(rest: readonly string[]): { name: string; bytes: Uint8Array } {
  const [name, ...more] = rest;
  if (name === undefined || more.length > 0) {
    throw new CribaError('usage/file', {});
  }
  try {
    if (statSync(name).size <= MAX_LIST_BYTES) return { name, bytes: readFileSync(name) };
  } catch (cause) {
    const isFolder = (cause as NodeJS.ErrnoException).code === 'EISDIR';
    const why = isFolder ? 'folder' : 'unreadable';
    throw new CribaError('opml/unreadable-file', { why, name }, { cause });
  }
  throw new CribaError('opml/too-large', { name });
}
