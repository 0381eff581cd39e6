import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newSlotId } from '../../src/model/desk/slot.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { formatFiles } from './formatFiles.ts';

test('an id is written to the slots that have none, and to nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'criba-format-'));
  const files = {
    'desk.md':
      '---\nname: "Water"\nlanguages: ["es"]\ntimeZone: "Europe/Madrid"\ncontact: "desk@water.example"\n---\n',
    'campaigns/a.md': '---\ntitle: "A"\nstart: "2026-11-01"\nend: "2026-11-30"\n---\n',
    'slots/blank.md': '---\nid: ""\ntitle: "B"\nchannel: "web"\nkind: "share"\n---\n',
    'slots/none.md': '---\n# whose?\ntitle: "N"\nchannel: "web"\nkind: "share"\n---\n\n# Text\n',
    'slots/there.md': '---\nid: "0123456789ab"\ntitle: "T"\nchannel: "web"\nkind: "share"\n---\n',
  };
  for (const part of ['campaigns', 'slots']) mkdirSync(join(folder, part));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const random = [1, 250].map((first) => Uint8Array.of(first, 0, 16, 255, 2, 3));
  const newId = () => newSlotId(() => random.shift() ?? new Uint8Array(6));

  const written = formatFiles(await readDesk(folder), folder, { dryRun: false, newId });
  expect(written).toEqual(['slots/blank.md', 'slots/none.md']);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(read('slots/blank.md')).toBe(files['slots/blank.md'].replace('""', '"010010ff0203"'));
  expect(read('slots/none.md')).toBe(
    files['slots/none.md'].replace('---\n', '---\nid: "fa0010ff0203"\n'),
  );
  rmSync(folder, { recursive: true });
});
