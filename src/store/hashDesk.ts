import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFolderNote } from '../model/desk/candidatePlace.ts';
import { listFiles } from './listFiles.ts';

/** SHA-256 over the files of a desk, their paths and their bytes, in hex: with one hash, two desks are the same. */
export function hashDesk(folder: string): string {
  const hash = createHash('sha256');
  for (const path of listFiles(folder, '.').files) {
    if (isFolderNote(path.replace(/^\.\//, ''))) continue;
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
