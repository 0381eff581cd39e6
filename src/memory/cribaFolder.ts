import { join } from 'node:path';

/** Where everything stands that is not in git and may vanish. @param root folder of the repository */
export function cribaFolder(root: string): string {
  return join(root, '.criba');
}
