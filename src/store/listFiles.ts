import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in a folder of the desk, at any depth, each path from the desk's folder with `/`. */
export interface Listing {
  files: string[];
  /** never followed, whatever they point to */
  links: string[];
}

/** Lists a folder in the order of its paths; a folder that is not there is empty. */
export function listFiles(desk: string, folder: string): Listing {
  const listing: Listing = { files: [], links: [] };
  walk(desk, folder, listing);
  listing.files.sort();
  listing.links.sort();
  return listing;
}

function walk(desk: string, folder: string, listing: Listing): void {
  for (const entry of readFolder(join(desk, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) listing.links.push(path);
    else if (entry.isDirectory()) walk(desk, path, listing);
    else if (entry.isFile() && !entry.name.startsWith('.')) listing.files.push(path);
  }
}

function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
