import { join } from 'node:path';

/** The folder of everything that is not in git and may vanish. @param root folder of the repository */
export function cribaFolder(root: string): string {
  return join(root, '.criba');
}
