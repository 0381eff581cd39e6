import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in a folder of the desk, at any depth, each path from the desk's folder with `/`. */
export interface Listing {
  files: string[];
  /** never followed, whatever they point to; the folder itself may be one */
  links: string[];
  /** the folder is there and is no folder */
  notAFolder: boolean;
}

/** Lists a folder in the order of its paths; a folder that is not there is empty. */
export function listFiles(desk: string, folder: string): Listing {
  const listing: Listing = { files: [], links: [], notAFolder: false };
  const stat = lstatSync(join(desk, folder), { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) listing.links.push(folder);
  else if (stat?.isDirectory()) walk(desk, folder, listing);
  else listing.notAFolder = stat !== undefined;
  listing.files.sort();
  listing.links.sort();
  return listing;
}

function walk(desk: string, folder: string, listing: Listing): void {
  const entries: Dirent[] = readdirSync(join(desk, folder), { withFileTypes: true });
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) listing.links.push(path);
    else if (entry.isDirectory()) walk(desk, path, listing);
    else if (entry.isFile() && !entry.name.startsWith('.')) listing.files.push(path);
  }
}
