import { basename } from 'node:path';
import type { z } from 'astro/zod';
import type { Entry, Kind, Quarantined } from '../model/desk/desk.ts';
import type { Finding } from '../model/desk/finding.ts';
import { Name } from '../model/desk/text.ts';
import { fileFault, noFolder, symbolicLink } from './fileFaults.ts';
import { DATED, SCHEMAS } from './kinds.ts';
import { listFiles } from './listFiles.ts';
import { type EntryReading, readEntry } from './readEntry.ts';

/** What one folder of the desk holds. */
export interface EntriesReading<K extends Kind> {
  entries: Entry<z.infer<(typeof SCHEMAS)[K]>>[];
  quarantine: Quarantined[];
  findings: Finding[];
}

/** Reads the files of one kind; what cannot be read is set aside, with its id where that much can be made out. */
export function readEntries<K extends Kind>(desk: string, kind: K): EntriesReading<K> {
  const { files, links, notAFolder } = listFiles(desk, kind);
  const reading: EntriesReading<K> = { entries: [], quarantine: [], findings: [] };
  if (notAFolder) reading.findings.push(noFolder(`${desk}/${kind}`));
  for (const path of [...links, ...files]) {
    const { entry, findings, id }: EntryReading<unknown> = links.includes(path)
      ? { findings: [symbolicLink(`${desk}/${path}`)] }
      : readEntry(desk, path, SCHEMAS[kind], misplacement(path, kind, `${desk}/${path}`));
    reading.findings.push(...findings);
    if (entry) reading.entries.push(entry as EntriesReading<K>['entries'][number]);
    else reading.quarantine.push({ name: basename(path, '.md'), path, kind, id, findings });
  }
  return reading;
}

function misplacement(path: string, kind: Kind, file: string): Finding | undefined {
  if (!path.endsWith('.md')) {
    return fileFault(
      file,
      'file/not-markdown',
      'Only files that end in .md are read here.',
      'Rename it, or keep it outside the desk.',
    );
  }
  const name = basename(path, '.md');
  if (!Name.safeParse(name).success) {
    return fileFault(
      file,
      'file/name',
      `The file is called "${name}".`,
      'Rename it: a-z, 0-9 and hyphens, at most 80 characters.',
    );
  }
  const place = path.slice(kind.length + 1);
  const dated = DATED.has(kind);
  if ((dated ? /^\d{4}\/(?:0[1-9]|1[0-2])\/[^/]+$/ : /^[^/]+$/).test(place)) return undefined;
  const where = dated ? `${kind}/<year>/<month>/, two digits to a month` : `${kind}/`;
  return fileFault(
    file,
    'file/folder',
    'The file stands in the wrong folder.',
    `Move it to ${where}.`,
  );
}
