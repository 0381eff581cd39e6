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
/** The global `fetch`; one that is an argument is called as `options.fetch(…)`. */
const FETCHES = /(?<![\w.]|function )fetch\(|\bglobalThis\.fetch\b/;
/** The clock, chance, and the process with its environment and its working folder. */
const IMPURE =
  /\bDate\.now\b|(?<![.\w])Date\(\)|\bnew Date(?!\w|\()|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.(?:random|getRandom)|\bprocess\.[a-z]/;
const HTTP = /^(?:node:)?(?:https?|http2|net|tls|dns)(?:\/|$)/;

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

/** A file's code, without comments: they may speak of what the code may not do. */
function codeOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
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
  const speakers = new Set(
    imports.filter(({ target }) => HTTP.test(target)).map(({ file }) => file),
  );
  expect([...speakers].sort()).toEqual(['src/cli/serveFolder.ts', 'src/harvest/fetch/guard.ts']);
  // The reader's browser, too, asks for pages: those of the site itself.
  const fetching = files.filter((file) => file.endsWith('.ts') && FETCHES.test(codeOf(file)));
  expect(
    fetching.filter((file) => !/^src\/(?:harvest\/fetch|pages\/_search)\//.test(file)),
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
      (file) => file.startsWith(`src/${room}/`) && IMPURE.test(codeOf(file)),
    );
    expect([...disk.map(({ file, target }) => `${file} imports ${target}`), ...clocks]).toEqual([]);
  });
});

describe('these rules see', () => {
  test.for([
    ['fetch', 'const answer = await fetch(url);', true],
    ['fetch', 'globalThis.fetch', true],
    ['fetch', 'options.fetch(url)', false],
    ['fetch', 'openFetch(url)', false],
    ['impure', 'const now = new Date();', true],
    ['impure', 'const now = Date();', true],
    ['impure', 'const now = new Date;', true],
    ['impure', 'clock = Date.now', true],
    ['impure', 'process.env.TZ', true],
    ['impure', 'process.cwd()', true],
    ['impure', 'new Date(now)', false],
    ['impure', 'isDate()', false],
  ] as const)('%s in `%s`: %s', ([rule, code, seen]) => {
    expect({ fetch: FETCHES, impure: IMPURE }[rule].test(code)).toBe(seen);
  });
});
