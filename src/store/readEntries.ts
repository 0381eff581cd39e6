import { basename } from 'node:path';
import { isFolderNote, monthFolder } from '../model/desk/candidatePlace.ts';
import type { Entries, Entry, Quarantined } from '../model/desk/desk.ts';
import { type Finding, fileFinding } from '../model/desk/finding.ts';
import type { ContentKind } from '../model/desk/kind.ts';
import { type Kind, kindOf } from '../model/desk/kinds.ts';
import { Name } from '../model/desk/text.ts';
import { noFolder, symbolicLink } from './fileFaults.ts';
import { listFiles } from './listFiles.ts';
import { readEntry } from './readEntry.ts';

/** What one folder of the desk holds. */
export interface EntriesReading<K extends Kind> {
  entries: Entries[K];
  quarantine: Quarantined[];
  findings: Finding[];
}

/** Reads the files of one kind; what cannot be read is set aside, with its id where that much can be made out. */
export function readEntries<K extends Kind>(desk: string, kind: K): EntriesReading<K> {
  const descriptor: ContentKind = kindOf(kind);
  const { files, links, notAFolder } = listFiles(desk, kind);
  const entries: Entry<unknown>[] = [];
  const quarantine: Quarantined[] = [];
  const findings: Finding[] = [];
  if (notAFolder) findings.push(noFolder(`${desk}/${kind}`));
  for (const path of [...links, ...files].filter((file) => !isFolderNote(file))) {
    const reading = links.includes(path)
      ? { findings: [symbolicLink(`${desk}/${path}`)] }
      : readEntry(desk, path, descriptor.schema, misplacement(path, descriptor, `${desk}/${path}`));
    findings.push(...reading.findings);
    if (reading.entry) entries.push(reading.entry);
    else
      quarantine.push({
        name: basename(path, '.md'),
        path,
        kind,
        id: reading.id,
        findings: reading.findings,
      });
  }
  return { entries: entries as Entries[K], quarantine, findings };
}

function misplacement(
  path: string,
  { folder, dated }: ContentKind,
  file: string,
): Finding | undefined {
  if (!path.endsWith('.md')) {
    return fileFinding(file, { code: 'file/not-markdown', values: {} });
  }
  const name = basename(path, '.md');
  if (!Name.safeParse(name).success) {
    return fileFinding(file, { code: 'file/name', values: { name } });
  }
  // An older branch may bring candidates to the folders of months; the next settle moves them up.
  if (monthFolder(path) !== undefined) return undefined;
  const place = path.slice(folder.length + 1);
  if ((dated ? /^\d{4}\/(?:0[1-9]|1[0-2])\/[^/]+$/ : /^[^/]+$/).test(place)) return undefined;
  const right = { code: dated ? 'place/dated' : 'place/flat', values: { folder } } as const;
  return fileFinding(file, { code: 'file/folder', values: { place: right } });
}
