import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** An import of a file in `src/`. */
export interface Import {
  file: string;
  room: string;
  target: string;
  /** room and shelf of what is imported: `model/site`; empty where it is a package */
  from: string;
  isType: boolean;
}

const IMPORT =
  /(?:(?<type>import|export)\s+type\s+[^'"]*?from|(?:from|import)\s*\(?)\s*['"](?<a>[^'"]+)['"]|@import\s+['"](?<b>[^'"]+)['"]/g;

/** Files of `src/`, tests and their fixtures aside. */
export const files = globSync('src/**/*.{ts,astro,css}', { cwd: ROOT })
  .filter((file) => !/\.test\.ts$|Fixture\.ts$/.test(file))
  .sort();

export const imports: readonly Import[] = files.flatMap((file) =>
  importsOf(file).map(({ target, isType }) => ({
    file,
    room: roomAt(file),
    target,
    isType,
    from: target.startsWith('.') ? folderOf(normalize(join(file, '..', target))) : '',
  })),
);

/** Those between files of ours. */
export const ours = imports.filter(({ target }) => target.startsWith('.'));

/** A file's code, without comments: they may speak of what the code may not do. */
export function codeOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
}

/** The room that a path lies in: `src/score/choose.ts` in `score`, `src/cli/report/table.ts` in `cli/report`. */
export function roomAt(path: string): string {
  const [, room = '', shelf = ''] = path.split('/');
  return room === 'cli' ? `${room}/${shelf}` : room;
}

/** The room that is imported from. */
export function roomOf({ from }: Import): string {
  return roomAt(`src/${from}`);
}

function importsOf(file: string): Pick<Import, 'target' | 'isType'>[] {
  return Array.from(codeOf(file).matchAll(IMPORT), ({ groups }) => ({
    target: groups?.a ?? groups?.b ?? '',
    isType: groups?.type !== undefined,
  }));
}

/** `src/model/site/page.ts` lies in `model/site`. */
function folderOf(path: string): string {
  return path.split('/').slice(1, -1).join('/');
}
