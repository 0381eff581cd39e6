import type { Kind } from '../model/desk/kinds.ts';
import { CribaError } from '../model/run/error.ts';
import { type FileKind, keysOf } from './kinds.ts';
import { readHeader } from './readHeader.ts';
import { splitFile } from './splitFile.ts';
import { formatDocument, joinFile, writeHeader } from './writeHeader.ts';

/** A new file of the desk, as text, in the form that Criba writes. */
export function renderFile(kind: Kind, data: Record<string, unknown>, body: string): string {
  return joinFile(writeHeader(data, keysOf(kind)), body);
}

/** The same file in the form that Criba writes: comments, unknown keys and words all kept. */
export function formatFile(kind: FileKind, text: string, file: string): string {
  return editFile(kind, text, {}, [], file);
}

/**
 * A file of the desk with keys set and removed, and all else as people left it.
 * @throws CribaError `file/unreadable` when its header cannot be read
 */
export function editFile(
  kind: FileKind,
  text: string,
  set: Record<string, unknown>,
  remove: readonly string[],
  file: string,
): string {
  const split = splitFile(text);
  const header = 'header' in split ? readHeader(split.header) : undefined;
  if (!('header' in split) || !header || header.problems.length > 0) {
    throw new CribaError('file/unreadable', { file });
  }
  const { document } = header;
  for (const key of remove) document.delete(key);
  for (const [key, value] of Object.entries(set)) document.set(key, document.createNode(value));
  return joinFile(formatDocument(document, keysOf(kind)), split.body.replaceAll('\r\n', '\n'));
}
