import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { Settings } from '../model/desk/settings.ts';
import { SiteLanguage } from '../model/desk/text.ts';
import { readCanonicalHeader } from './canonicalHeader.ts';
import { readHeader } from './readHeader.ts';
import { splitFile } from './splitFile.ts';

/** What has to be known of a desk before anybody can be spoken to about it. */
export interface DeskLanguage {
  /** the first of its languages; absent where `desk.md` does not say */
  first?: SiteLanguage;
  timeZone: string;
  /** whether its `desk.md` has `today` */
  isSample: boolean;
}

const Header = z.object({
  languages: z.array(SiteLanguage).min(1).optional().catch(undefined),
  timeZone: Settings.shape.timeZone.catch('UTC'),
  today: z.unknown().optional(),
});

/** Reads `desk.md` alone, whatever else is wrong with it or with the desk: what cannot be read is left out. */
export function readDeskLanguage(folder: string): DeskLanguage {
  const { languages, timeZone, today } = Header.parse(readHeaderOf(join(folder, 'desk.md')));
  return { first: languages?.[0], timeZone, isSample: today !== undefined };
}

function readHeaderOf(path: string): Record<string, unknown> {
  try {
    const split = splitFile(readFileSync(path, 'utf8'));
    if (!('header' in split)) return {};
    return readCanonicalHeader(split.header) ?? readHeader(split.header).data;
  } catch {
    return {};
  }
}
