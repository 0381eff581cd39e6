import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { faultText } from '../../i18n/faultText.ts';
import { readDesk } from '../readDesk.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const DESK =
  '---\nname: Water desk\nlanguages: [es, en]\ntimeZone: Europe/Madrid\ncontact: desk@water.example\n---\n';
const ID = '0123456789ab';
const OTHER = 'fedcba987654';

type Header = Record<string, string>;

function file(header: Header): string {
  const lines = Object.entries(header).map(([key, value]) => `${key}: "${value}"\n`);
  return `---\n${lines.join('')}---\n\nWords.\n`;
}

const pick = (url: string, more: Header = {}) =>
  file({ title: 'Wells', url, kept: '2026-11-20', source: 'paper', ...more });

const candidate = (url: string, more: Header = {}) =>
  file({
    id: ID,
    decision: '',
    title: 'Wells',
    url,
    source: 'paper',
    language: 'es',
    harvested: '2026-11-18T06:00:00Z',
    audience: 'everybody',
    ...more,
  }).replace('---\n\n', 'score: 50\nwhy:\n  - signal: "base"\n    points: 50\n---\n\n');

const slot = (more: Header = {}) => file({ ...more, title: 'S', channel: 'web', kind: 'share' });

/** What is said of files that are one item or of one page: where, the code, and the sentence. */
async function findings(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'criba-desk-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ 'desk.md': DESK, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const desk = await readDesk(folder);
  return desk.findings
    .filter(({ code }) => /^(?:file\/same|slot|pick)/.test(code))
    .map((one) => {
      const text = `${one.file}:${one.line} ${one.severity} ${one.code} ${faultText(one, 'en').message}`;
      return text.replaceAll(`${folder}/`, '');
    });
}

const PAGE = 'https://paper.example/wells';
const A = 'picks/2026/11/a.md';
const B = 'picks/2026/11/b.md';
const C = 'picks/2026/10/c.md';

describe('one id', () => {
  test.for([
    ['two candidates', 'candidates/a.md', candidate(PAGE), 'candidates/b.md', candidate(PAGE)],
    [
      'a candidate of an old folder and a new one',
      'candidates/a.md',
      candidate(PAGE),
      'candidates/2026/11/a.md',
      candidate(PAGE),
    ],
    ['a pick and a candidate', A, pick(PAGE, { id: ID }), 'candidates/a.md', candidate(PAGE)],
    ['two picks of other addresses', A, pick(PAGE, { id: ID }), B, pick(`${PAGE}/2`, { id: ID })],
  ] as const)('in %s is said once, with both files', async ([, one, text, two, other]) => {
    const said = await findings({ [one]: text, [two]: other });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/:\d+ warning file\/same-id The id stands in \S+ too\.$/);
    for (const path of [one, two]) expect(said[0]).toContain(path);
  });

  test('in three files names all three', async () => {
    const said = await findings({
      [A]: pick(PAGE, { id: ID }),
      [B]: pick(PAGE, { id: ID }),
      [C]: pick(PAGE, { id: ID }),
    });
    expect(said).toEqual([
      `${A}:6 warning file/same-id The id stands in ${C} and ${B} too.`,
      `${B}:6 warning file/same-id The id stands in ${C} and ${A} too.`,
    ]);
  });

  test('is made out in a file that cannot be read', async () => {
    const broken = pick(PAGE, { id: ID }).replace('title: "Wells"', 'title: [');
    expect(await findings({ [A]: pick(PAGE, { id: ID }), [B]: broken })).toEqual([
      expect.stringMatching(/^picks\/2026\/11\/b\.md:\d+ warning file\/same-id .*\/a\.md too\.$/),
    ]);
  });

  test('of two slots is said, and a slot without one is hinted at', async () => {
    expect(
      await findings({
        'slots/a.md': slot({ id: ID }),
        'slots/b.md': slot({ id: ID }),
        'slots/c.md': slot(),
        'slots/d.md': slot({ id: '' }),
        'slots/e.md': slot({ id: OTHER }),
      }),
    ).toEqual([
      'slots/b.md:2 warning slot/same-id The id stands in slots/a.md too, so the two slots cannot be told apart.',
      'slots/c.md:1 hint slot/no-id The slot has no `id`: it is known by the name of its file alone.',
      'slots/d.md:1 hint slot/no-id The slot has no `id`: it is known by the name of its file alone.',
    ]);
  });
});

describe('one page', () => {
  test.for([
    ['spelt otherwise', PAGE, 'http://www.paper.example/wells/?utm_source=letter#read', true],
    ['under other ids', PAGE, PAGE, true],
    ['of two sources, and two parts of it', `${PAGE}#a`, `${PAGE}#b`, true],
  ] as const)('in two picks is said: %s', async ([, one, two]) => {
    const said = await findings({
      [A]: pick(one, { id: ID }),
      [B]: pick(two, { id: OTHER, source: 'other' }),
    });
    expect(said).toEqual([`${B}:3 warning file/same-address The page is in ${A} too.`]);
  });

  test('in three picks names all three', async () => {
    expect(await findings({ [A]: pick(PAGE), [B]: pick(PAGE), [C]: pick(PAGE) })).toEqual([
      `${A}:3 warning file/same-address The page is in ${C} and ${B} too.`,
      `${B}:3 warning file/same-address The page is in ${C} and ${A} too.`,
    ]);
  });

  test.for([
    ['another page', PAGE, `${PAGE}-2`, {}],
    ['another part of a page, from the same source', `${PAGE}#a`, `${PAGE}#b`, {}],
    [
      'a page that is picked again when the first pick has expired',
      PAGE,
      PAGE,
      { kept: '2027-01-10' },
    ],
  ] as const)('is not %s', async ([, one, two, more]) => {
    expect(
      await findings({ [A]: pick(one, { expires: '2027-01-01' }), [B]: pick(two, more) }),
    ).toEqual([]);
  });

  test.for(['', 'keep', 'later'])(
    'of a pick without an id and a candidate whose decision is "%s" is said at the pick, with the id',
    async (decision) => {
      const said = await findings({
        [A]: pick(PAGE),
        'candidates/c.md': candidate(PAGE, { decision }),
      });
      expect(said).toEqual([
        `${A}:3 warning pick/no-id The pick has no \`id\`, and candidates/c.md is of the same page, so that one item is two.`,
      ]);
    },
  );

  test('of a pick and a candidate of another id is said at the candidate, unless it is dropped', async () => {
    const beside = (decision: string) =>
      findings({
        [A]: pick(PAGE, { id: OTHER }),
        'candidates/c.md': candidate(PAGE, { decision }),
      });
    expect(await beside('')).toEqual([
      `candidates/c.md:5 warning file/same-address The page is in ${A} too.`,
    ]);
    expect(await beside('drop')).toEqual([]);
  });
});

describe('a pick whose last line is a drop', () => {
  const line = (event: string, at: string, by: string) =>
    `${JSON.stringify({ at, id: ID, event, by: by || undefined, source: 'paper', title: 'Wells', url: PAGE, language: 'es' })}\n`;
  const KEPT = line('keep', '2026-11-20T10:00:00Z', 'Ana');
  const said = (ledger: string) =>
    findings({ [A]: pick(PAGE, { id: ID, keptBy: 'Ana' }), 'ledger/2026/11/b.ndjson': ledger });

  test.for(['Luis', ''])('of %s is said, with the line', async (by) => {
    expect(await said(KEPT + line('drop', '2026-11-21T10:00:00Z', by))).toEqual([
      `${A}:6 warning pick/dropped The file stands among the picks, and the last decision on the item is a drop: ledger/2026/11/b.ndjson:2.`,
    ]);
  });

  test.for([
    ['of whoever picked it', KEPT + line('drop', '2026-11-21T10:00:00Z', 'Ana')],
    ['that was taken back', line('drop', '2026-11-19T10:00:00Z', 'Luis') + KEPT],
  ] as const)('%s is not', async ([, ledger]) => {
    expect(await said(ledger)).toEqual([]);
  });
});
