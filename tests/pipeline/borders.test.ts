import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, files, type Import, imports, ours, roomAt, roomOf } from '../support/imports.ts';

/**
 * The rooms of `src/`, floor by floor. A room imports any lower floor, and of its own floor only whom it is said to.
 * `cli` is three rooms: the frame of a command, what commands print, and what builds and serves the site.
 */
const FLOORS: readonly Readonly<Record<string, readonly string[]>>[] = [
  { model: [], text: ['model'], markdown: ['model', 'text'], i18n: ['model'] },
  {
    words: [],
    phrases: ['words'],
    learning: ['words', 'phrases'],
    stories: ['words', 'phrases'],
    mentions: ['words', 'phrases'],
    search: ['words', 'phrases'],
    feeds: [],
  },
  { net: [], memory: [], store: [] },
  { harvest: [], score: [], decide: [], plan: [], site: [] },
  {
    'cli/command': [],
    'cli/report': ['cli/command'],
    'cli/site': [],
    components: ['styles'],
    layouts: ['components', 'styles'],
    pages: ['components', 'layouts'],
    team: ['components', 'layouts', 'pages'],
    styles: [],
  },
];
/** Rooms that may not import all that lies below them: what they may import of it. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  components: ['model/site', 'model/desk', 'i18n'],
  layouts: ['model/site', 'model/desk', 'i18n'],
  // Only `harvest` asks other machines and remembers what they said; only scripts and pages read and write the desk.
  score: ['floor 1', 'floor 2'],
  decide: ['floor 1', 'floor 2'],
  plan: ['floor 1', 'floor 2'],
  site: ['floor 1', 'floor 2'],
  harvest: ['floor 1', 'floor 2', 'net', 'memory'],
};
/** Rooms that may know the types of a station, and none of its values. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = {
  'cli/report': ['harvest', 'score', 'decide', 'plan', 'site'],
};
/** Rooms that are pure: no disk, no network, no clock. */
const PURE = [...Object.keys({ ...FLOORS[0], ...FLOORS[1] }), 'score', 'decide', 'plan', 'site'];
/** The global `fetch`; one that is an argument is called as `options.fetch(…)`. */
const FETCHES = /(?<![\w.]|function )fetch\(|\bglobalThis\.fetch\b/;
/** The clock, chance, and the process with its environment and its working folder. */
const IMPURE =
  /\bDate\.now\b|(?<![.\w])Date\(\)|\bnew Date(?!\w|\()|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.(?:random|getRandom)|\bprocess\.[a-z]/;
const HTTP = /^(?:node:)?(?:https?|http2|net|tls|dns)(?:\/|$)/;

const floorOf = (room: string) => FLOORS.findIndex((floor) => room in floor);

/** Whether a room may import what it does. */
function mayImport(one: Import): boolean {
  const room = roomOf(one);
  if (room === one.room) return true;
  if (FLOORS[floorOf(one.room)]?.[one.room]?.includes(room)) return true;
  if (one.isType && TYPES_ONLY[one.room]?.includes(room)) return true;
  if (TYPES_ONLY[one.room]?.includes(room)) return false;
  if (floorOf(room) >= floorOf(one.room)) return false;
  const allowed = BELOW[one.room];
  const names = [room, `floor ${floorOf(room) + 1}`, one.from.split('/').slice(0, 2).join('/')];
  return allowed === undefined || names.some((name) => allowed.includes(name));
}

function importedBy(file: string): string[] {
  return ours
    .filter((one) => one.file === file)
    .map(({ target }) => normalize(join(file, '..', target.replace(/\?\w+$/, ''))));
}

/** The ways that come back to where they began: a walk in depth, each file once. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(ours.length).toBeGreaterThan(100);
});

describe('a room imports only what it may', () => {
  test.for(FLOORS.flatMap((floor) => Object.keys(floor)))('src/%s', (room) => {
    const trespasses = ours
      .filter((one) => one.room === room && !mayImport(one))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(trespasses).toEqual([]);
  });
  test('every folder of src/ is a room that this rule knows', () => {
    expect([...new Set(files.map(roomAt))].filter((room) => floorOf(room) < 0)).toEqual([]);
  });
  test.for([
    ['score', 'stories', false, true],
    ['score', 'harvest', true, false],
    ['score', 'store', true, false],
    ['harvest', 'net', false, true],
    ['harvest', 'store', true, false],
    ['text', 'words', true, false],
    ['stories', 'learning', true, false],
    ['cli/report', 'score', true, true],
    ['cli/report', 'score', false, false],
    ['components', 'site', true, false],
    ['components', 'model/site', false, true],
  ] as const)('%s may import %s (as types alone: %s): %s', ([room, from, isType, allowed]) => {
    expect(mayImport({ file: '', target: '.', room, from, isType })).toBe(allowed);
  });
});

test('no files import one another in a circle, types included', () => {
  expect(circles(new Map(files.map((file) => [file, importedBy(file)])))).toEqual([]);
  const knot = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] };
  expect(circles(new Map(Object.entries(knot)))).toEqual(['b → c → b']);
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

test('only the store knows gray-matter, and only net/ speaks HTTP', () => {
  const users = (library: RegExp) => [
    ...new Set(
      imports
        .filter(({ target }) => library.test(target))
        .map(({ file }) => file.split('/').slice(0, -1).join('/')),
    ),
  ];
  expect(users(/^gray-matter$/)).toEqual(['src/store']);
  expect(users(/^undici$/)).toEqual(['src/net']);
  const speakers = new Set(
    imports.filter(({ target }) => HTTP.test(target)).map(({ file }) => file),
  );
  expect([...speakers].sort()).toEqual(['src/cli/site/serveFolder.ts', 'src/net/guard.ts']);
  // The reader's browser, too, asks for pages: those of the site itself.
  const fetching = files.filter((file) => file.endsWith('.ts') && FETCHES.test(codeOf(file)));
  expect(fetching.filter((file) => !/^src\/(?:net|pages\/_search)\//.test(file))).toEqual([]);
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
