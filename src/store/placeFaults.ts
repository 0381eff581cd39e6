import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, HeaderFault } from '../model/desk/finding.ts';
import { readHeader } from './readHeader.ts';
import { splitFile } from './splitFile.ts';

/** Gives faults in headers the lines on which they stand, in the order of files and lines. */
export function placeFaults(folder: string, faults: readonly HeaderFault[]): Finding[] {
  return faults
    .map(({ path, at, ...fault }) => ({ ...place(folder, path, at), ...fault }))
    .sort(byPlace);
}

/** Reads the file again to say where a value stands: only files with a fault pay for it. */
export function place(
  folder: string,
  path: string,
  at: readonly (string | number)[],
): Pick<Finding, 'file' | 'line' | 'column'> {
  const file = `${folder}/${path}`;
  // What a desk says nothing of is built in, and has no file.
  if (!existsSync(join(folder, path))) return { file, line: 1, column: 1 };
  const split = splitFile(readFileSync(join(folder, path), 'utf8'));
  const where = 'header' in split ? readHeader(split.header).locate(at) : { line: 1, column: 1 };
  return { file, ...where };
}

/** By file, line and column. */
export function byPlace(a: Finding, b: Finding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
