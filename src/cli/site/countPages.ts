import { readdirSync } from 'node:fs';

/** How many pages a built site has. */
export function countPages(site: string): number {
  return readdirSync(site, { recursive: true }).filter((path) => String(path).endsWith('.html'))
    .length;
}
