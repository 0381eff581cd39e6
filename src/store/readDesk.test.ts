import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readDesk } from './readDesk.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const DESK =
  '---\nname: Water desk\nlanguages: [es, en]\ntimeZone: Europe/Madrid\ncontact: desk@water.example\n---\n\nWho we are.\n';
const SOURCE = '---\ntitle: Rivers\nfeed: https://rivers.example/feed\nlanguage: en\n---\n';
const PICK = '---\ntitle: Rain\nurl: https://water.example/rain\n---\n\nWords.\n';

function makeDesk(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'criba-desk-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ 'desk.md': DESK, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const codes = async (files: Record<string, string>) =>
  (await readDesk(makeDesk(files))).findings.map(({ code, line }) => `${code}:${line}`);

describe('a desk', () => {
  test('gives its settings, its entries in the order of their paths, and its about text', async () => {
    const desk = await readDesk(
      makeDesk({ 'sources/b.md': SOURCE, 'sources/a.md': SOURCE, 'picks/2026/11/rain.md': PICK }),
    );
    expect(desk.settings).toMatchObject({
      name: 'Water desk',
      budget: 20,
      weights: { profile: 2 },
    });
    expect(desk.about).toBe('Who we are.');
    expect(desk.sources.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(desk.picks).toMatchObject([
      { name: 'rain', path: 'picks/2026/11/rain.md', body: 'Words.' },
    ]);
    expect(desk.findings.map(({ code }) => code)).toEqual(['desk/no-audience']);
    expect(desk.quarantine).toEqual([]);
  });
  test('that is not there is said so, with what to do', async () => {
    await expect(readDesk('/nowhere')).rejects.toMatchObject({
      code: 'desk/not-found',
      values: { file: '/nowhere/desk.md', folder: '/nowhere' },
    });
  });
  test('whose settings are wrong names the line', async () => {
    const folder = makeDesk({ 'desk.md': DESK.replace('Europe/Madrid', 'Madrid') });
    await expect(readDesk(folder)).rejects.toMatchObject({
      code: 'desk/unreadable',
      message: expect.stringContaining('desk.md:4:11'),
    });
  });
  test('with one bad file is read without it, and the file is named', async () => {
    const bad = '---\nid: 0123456789ab\ntitle: [\n---\n';
    const desk = await readDesk(
      makeDesk({ 'picks/2026/11/rain.md': PICK, 'picks/2026/11/bad-012345.md': bad }),
    );
    expect(desk.picks).toHaveLength(1);
    expect(desk.quarantine).toMatchObject([{ name: 'bad-012345', kind: 'picks' }]);
    expect(desk.findings).toMatchObject([
      { file: expect.stringMatching(/bad-012345\.md$/), line: 3, severity: 'error' },
    ]);
  });
  test('keeps the id of a file whose other values are wrong', async () => {
    const wrong = PICK.replace('---\n', '---\nid: 0123456789ab\nscore: 101\n');
    const desk = await readDesk(makeDesk({ 'picks/2026/11/x.md': wrong }));
    expect(desk.quarantine).toMatchObject([{ id: '0123456789ab' }]);
  });
});

describe('in a desk, a finding names', () => {
  test.for([
    [
      'a reference to nothing',
      {
        'sources/a.md': SOURCE.replace('language', 'topics: ["wter"]\nlanguage'),
        'topics/water.md': '---\ntitle: {en: Water}\nterms: {en: [water]}\n---\n',
      },
      'reference/unknown:4',
    ],
    [
      'a rule for a source that is not there',
      {
        'sources/a.md': SOURCE,
        'topics/water.md':
          '---\ntitle: {en: Water}\nterms: {en: [water]}\nrules:\n  - effect: veto\n    source: "aa"\n---\n',
      },
      'reference/unknown:6',
    ],
    [
      'an example of a source that is not there',
      {
        'sources/a.md': SOURCE,
        'topics/water.md':
          '---\ntitle: {en: Water}\nterms: {en: [water]}\nrules:\n  - effect: veto\n    phrase: x\n    misses:\n      - {text: y, source: bb}\n---\n',
      },
      'reference/unknown:8',
    ],
    [
      'a language that has no name',
      { 'sources/a.md': SOURCE.replace('language: en', 'language: en-us-uk') },
      'key/not-right:4',
    ],
    [
      'a topic within itself by way of another',
      {
        'topics/rain.md': '---\ntitle: {en: Rain}\nparent: water\nterms: {en: [rain]}\n---\n',
        'topics/water.md': '---\ntitle: {en: Water}\nparent: rain\nterms: {en: [water]}\n---\n',
        'topics/wells.md': '---\ntitle: {en: Wells}\nparent: water\nterms: {en: [well]}\n---\n',
      },
      'topic/parent-cycle:3',
    ],
    ['a name with capitals', { 'sources/Rivers.md': SOURCE }, 'file/name:1'],
    ['a file without .md', { 'sources/a.markdown': SOURCE }, 'file/not-markdown:1'],
    ['a pick outside year and month', { 'picks/rain.md': PICK }, 'file/folder:1'],
    ['a source in a deeper folder', { 'sources/2026/a.md': SOURCE }, 'file/folder:1'],
    [
      'a feed above the repository',
      { 'sources/a.md': SOURCE.replace('https://rivers.example/feed', '../../etc/passwd') },
      'source/path-outside:3',
    ],
    [
      'a feed somewhere inside that climbs out',
      { 'sources/a.md': SOURCE.replace('https://rivers.example/feed', 'feeds/../../x.xml') },
      'source/path-outside:3',
    ],
    [
      'a feed at the root of the disk',
      { 'sources/a.md': SOURCE.replace('https://rivers.example/feed', '/etc/passwd') },
      'source/path-outside:3',
    ],
    [
      'a feed on a Windows disk',
      { 'sources/a.md': SOURCE.replace('https://rivers.example/feed', '"C:\\\\x.xml"') },
      'source/path-outside:3',
    ],
    [
      'a feed of another scheme',
      { 'sources/a.md': SOURCE.replace('https://rivers.example/feed', 'file:///etc/passwd') },
      'source/feed-address:3',
    ],
    [
      'two files with one id',
      {
        'picks/2026/11/a.md': PICK.replace('title', 'id: 0123456789ab\ntitle'),
        'picks/2026/11/b.md': PICK.replace('title', 'id: 0123456789ab\ntitle'),
      },
      'file/same-id:2',
    ],
    [
      'points that do not add up',
      {
        'picks/2026/11/a.md': PICK.replace(
          'title',
          'score: 60\nwhy:\n  - signal: base\n    points: 59\ntitle',
        ),
      },
      'score/does-not-add-up:2',
    ],
    ['a blank title', { 'picks/2026/11/a.md': PICK.replace('Rain', '" "') }, 'title/blank:2'],
    ['a folder that nothing reads', { 'pick/2026/11/a.md': PICK }, 'desk/unknown-folder:1'],
    [
      'a ledger line that is no JSON',
      { 'ledger/2026/11/x.ndjson': '\n{"at":\n' },
      'ledger/not-json:2',
    ],
    [
      'a ledger line with an unknown event',
      {
        'ledger/2026/11/x.ndjson': JSON.stringify({
          at: '2026-11-20T00:00:00Z',
          id: '0123456789ab',
          event: 'kept',
          source: 'a',
          title: 'x',
          url: 'https://a.example',
          language: 'es',
        }),
      },
      'key/not-one-of:1',
    ],
    [
      'a file larger than 1 MiB',
      { 'sources/a.md': `${SOURCE}${'x'.repeat(1024 * 1024)}` },
      'file/too-large:1',
    ],
  ] as const)('%s', async ([, files, expected]) => {
    expect(await codes(files as unknown as Record<string, string>)).toContain(expected);
  });

  test('files whose names differ by case only, both of them', async () => {
    expect(
      (await codes({ 'sources/Rivers.md': SOURCE, 'sources/rivers.md': SOURCE })).filter((code) =>
        code.startsWith('file/case-twin'),
      ),
    ).toHaveLength(2);
  });
  test('a symbolic link, be it a whole folder, and what it points to is not read', async () => {
    const folder = makeDesk({ 'elsewhere/2026/11/rain.md': PICK, 'elsewhere.md': SOURCE });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'picks'));
    mkdirSync(join(folder, 'sources'));
    symlinkSync(join(folder, 'elsewhere.md'), join(folder, 'sources/rivers.md'));
    const desk = await readDesk(folder);
    expect([desk.picks, desk.sources]).toEqual([[], []]);
    expect(
      desk.findings
        .filter(({ code }) => code === 'file/symbolic-link')
        .map(({ file }) => file.slice(folder.length)),
    ).toEqual(['/picks', '/sources/rivers.md']);
  });
  test('a file where a folder belongs', async () => {
    expect(await codes({ ledger: 'x', picks: 'y' })).toEqual(
      expect.arrayContaining(['desk/not-a-folder:1', 'desk/not-a-folder:1']),
    );
  });
  test('a file that is not UTF-8, whose accents would be lost', async () => {
    const folder = makeDesk({});
    mkdirSync(join(folder, 'picks/2026/11'), { recursive: true });
    writeFileSync(
      join(folder, 'picks/2026/11/ano.md'),
      Buffer.from(PICK.replace('Words', 'Mi año'), 'latin1'),
    );
    const desk = await readDesk(folder);
    expect(desk.findings).toMatchObject([{ code: 'file/not-utf8', severity: 'error' }]);
    expect(desk.picks).toEqual([]);
  });
  test('two picks of one name, which a slot could not tell apart', async () => {
    expect(await codes({ 'picks/2026/10/rain.md': PICK, 'picks/2026/11/rain.md': PICK })).toContain(
      'file/same-name:1',
    );
  });
});

test.for([
  ['in the wrong folder', 'picks/rain.md', ''],
  ['with a name that is none', 'picks/2026/11/Lluvia y sol.md', ''],
  ['whose header is broken', 'picks/2026/11/rain.md', 'author: [\n'],
] as const)(
  'a file %s keeps the id that it names, so that nobody takes it for deleted',
  async ([, path, broken]) => {
    const desk = await readDesk(
      makeDesk({ [path]: PICK.replace('title', `id: "0123456789ab"\n${broken}title`) }),
    );
    expect(desk.quarantine).toMatchObject([{ id: '0123456789ab', kind: 'picks' }]);
  },
);
