import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/desk/finding.ts';
import { Settings } from '../model/desk/settings.ts';
import { CribaError } from '../model/run/error.ts';
import { readFile } from './readFile.ts';

/**
 * Reads `desk.md` alone: the settings and the words about us.
 * @throws CribaError as `readDesk` does
 */
export function readSettings(folder: string): {
  settings: Settings;
  about: string;
  findings: Finding[];
} {
  const file = `${folder}/desk.md`;
  let text: string;
  try {
    text = readFileSync(join(folder, 'desk.md'), 'utf8');
  } catch (cause) {
    throw new CribaError('desk/not-found', { file, folder }, { cause });
  }
  const { data, body, findings } = readFile(text, Settings, file);
  if (!data) {
    const [fault] = findings as [Finding, ...Finding[]];
    const place = `${file}:${fault.line}:${fault.column}`;
    throw new CribaError('desk/unreadable', { place, fault });
  }
  return { settings: data, about: body, findings };
}
