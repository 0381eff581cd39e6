import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Instant } from '../model/desk/time.ts';
import { lintDrafts } from './lintDrafts.ts';
import { readDesk } from './readDesk.ts';

const NOW = '2026-11-21T09:00:00Z' as Instant;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** File, line, column, severity and code of what is found in a desk with these files. */
async function reported(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'criba-drafts-'));
  folders.push(folder);
  const base = {
    'desk.md':
      '---\nname: D\nlanguages: [es, en]\ntimeZone: Europe/Madrid\ncontact: x@d.example\n---\n',
    'channels/letter.md': '---\ntitle: L\nnetwork: x\nlanguage: en\naudience: a\nowner: o\n---\n',
  };
  for (const [path, text] of Object.entries({ ...base, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const findings = await lintDrafts(await readDesk(folder), folder, NOW);
  return findings.map(
    ({ file, line, column, severity, code }) =>
      `${file.slice(folder.length + 1)}:${line}:${column} ${severity} ${code}`,
  );
}

const WORDS = '\nPoner en valor el río.\n';
const pick = (header: string, body = WORDS) => ({
  'picks/2026/11/p.md': `---\ntitle: "P"\nurl: "https://a.example"\n${header}---\n${body}`,
});
const slot = (header: string, body: string) => ({
  'slots/s.md': `---\ntitle: "S"\nchannel: letter\nkind: share\n${header}---\n${body}`,
});
const tone = (yaml: string) => ({ 'rules/tone.md': `---\n${yaml}---\n` });
const HINT = 'picks/2026/11/p.md:7:1 hint tone/jargon';

test.for([
  ['a pick of this week', pick('kept: 2026-11-18\n'), [HINT]],
  ['a pick of last week', pick('kept: 2026-11-10\n'), []],
  ['a pick still to come', pick('publish: 2026-12-10\n'), [HINT]],
  ['a pick without a day', pick(''), []],
  ['what a pick quotes', pick('kept: 2026-11-18\n', '\n> Poner en valor.\n'), []],
  [
    'what stands below a quotation',
    pick('kept: 2026-11-18\n', '\n> Poner en valor.\n\nSí,\nponer en valor.\n'),
    ['picks/2026/11/p.md:10:1 hint tone/jargon'],
  ],
  [
    'a body without a blank line above',
    pick('kept: 2026-11-18\n', WORDS.slice(1)),
    ['picks/2026/11/p.md:6:1 hint tone/jargon'],
  ],
  [
    'a slot in the language of its channel',
    slot('', '\nWe leverage it.\n'),
    ['slots/s.md:7:1 hint tone/jargon'],
  ],
  [
    'a slot in another language',
    slot('', '\nHay que poner en valor el agua que no se ve.\n'),
    ['slots/s.md:7:9 hint tone/jargon'],
  ],
  [
    'a slot in review',
    slot('state: review\n', '\nWe leverage it.\n'),
    ['slots/s.md:8:1 hint tone/jargon'],
  ],
  ['a slot that is approved', slot('state: approved\n', '\nWe leverage it.\n'), []],
  [
    'a rule that the desk calls an error',
    { ...pick('kept: 2026-11-18\n'), ...tone('severity: {jargon: "error"}\n') },
    ['picks/2026/11/p.md:7:1 warning tone/jargon'],
  ],
  [
    'a rule that is off',
    { ...pick('kept: 2026-11-18\n'), ...tone('severity: {jargon: "off"}\n') },
    [],
  ],
] as const)('%s', async ([, files, expected]) => {
  expect(await reported(files as Record<string, string>)).toEqual(expected);
});
