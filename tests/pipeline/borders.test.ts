import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const FLOOR = ['model', 'text', 'markdown', 'i18n'];
const STATIONS = ['store', 'harvest', 'score', 'review', 'calendar', 'site', 'publish', 'cli'];
/** Whom each room of `src/` may import besides itself. Scripts and pages bring stations together and may import all. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  text: FLOOR,
  markdown: FLOOR,
  i18n: FLOOR,
  ...Object.fromEntries(STATIONS.map((station) => [station, FLOOR])),
  components: ['model', 'i18n', 'styles'],
  layouts: ['model', 'i18n', 'components', 'styles'],
};
/** Rooms that are pure: no disk, no network, no clock. */
const PURE = [...FLOOR, 'score', 'review', 'calendar', 'site', 'publish'];

interface Import {
  file: string;
  room: string;
  target: string;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return Array.from(
    text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]|@import\s+['"]([^'"]+)['"]/g),
    ([, a, b]) => a ?? b ?? '',
  );
}

const files = globSync('src/**/*.{ts,astro,css}', { cwd: ROOT }).filter(
  (file) => !file.endsWith('.test.ts'),
);
const imports: Import[] = files.flatMap((file) =>
  importsOf(file).map((target) => ({ file, room: file.split('/')[1] ?? '', target })),
);
const ours = imports.filter(({ target }) => target.startsWith('.'));
const roomOf = ({ file, target }: Import) =>
  normalize(join(file, '..', target)).split('/')[1] ?? '';

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(ours.length).toBeGreaterThan(100);
});

describe('a room imports only what it may', () => {
  test.for(Object.entries(MAY_IMPORT))('src/%s', ([room, allowed]) => {
    const trespasses = ours
      .filter((one) => one.room === room && roomOf(one) !== room && !allowed.includes(roomOf(one)))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(trespasses).toEqual([]);
  });
  test('every folder of src/ is a room that this rule knows', () => {
    const rooms = new Set(files.map((file) => file.split('/')[1]));
    expect(
      [...rooms].filter(
        (room) => room && !(room in MAY_IMPORT) && !['pages', 'styles'].includes(room),
      ),
    ).toEqual([]);
  });
});

test('nothing in src/ imports a script or a test', () => {
  expect(
    ours
      .filter((one) => /^(?:scripts|tests)\//.test(normalize(join(one.file, '..', one.target))))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('every import of ours ends in its file’s ending', () => {
  expect(
    ours
      .filter(({ target }) => !/\.(?:ts|astro|css|json|svg|woff2)(?:\?\w+)?$/.test(target))
      .map(({ file, target }) => `${file}: ${target}`),
  ).toEqual([]);
});

test('only the store knows gray-matter, and only the fetch module speaks HTTP', () => {
  const users = (library: RegExp) => [
    ...new Set(
      imports
        .filter(({ target }) => library.test(target))
        .map(({ file }) => file.split('/').slice(0, -1).join('/')),
    ),
  ];
  expect(users(/^gray-matter$/)).toEqual(['src/store']);
  expect(users(/^undici$/)).toEqual(['src/harvest/fetch']);
  expect(
    files.filter(
      (file) =>
        file.endsWith('.ts') &&
        /(?<![\w.])fetch\(/.test(readFileSync(join(ROOT, file), 'utf8')) &&
        !/src\/(?:harvest\/|pages\/_search)/.test(file),
    ),
  ).toEqual([]);
});

describe('a pure room touches no disk, no network and no clock', () => {
  test.for(PURE)('src/%s', (room) => {
    const disk = imports.filter(
      (one) =>
        one.room === room &&
        /^(?:node:)?(?:fs|http|https|net|dns|child_process|worker_threads|os|process)(?:\/|$)/.test(
          one.target,
        ),
    );
    const clocks = files.filter(
      (file) =>
        file.startsWith(`src/${room}/`) &&
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
    );
    expect([...disk.map(({ file, target }) => `${file} imports ${target}`), ...clocks]).toEqual([]);
  });
});
