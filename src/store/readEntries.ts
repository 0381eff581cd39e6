import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import type { Entry, Kind, Quarantined } from '../model/desk.ts';
import type { Finding } from '../model/finding.ts';
import { Name } from '../model/text.ts';
import { sha256 } from '../text/sha256.ts';
import { fileFault, noFolder, symbolicLink } from './fileFaults.ts';
import { DATED, SCHEMAS } from './kinds.ts';
import { listFiles } from './listFiles.ts';
import { readFile, rescueId } from './readFile.ts';

/** Bytes of a file at most; a larger one is quarantined unread. */
const MAX_FILE = 1024 * 1024;

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What one folder of the desk holds. */
export interface EntriesReading<K extends Kind> {
  entries: Entry<z.infer<(typeof SCHEMAS)[K]>>[];
  quarantine: Quarantined[];
  findings: Finding[];
}

/** What a file comes to: an entry where it can be read, and the findings about it. */
interface FileResult<T> {
  entry?: Entry<T>;
  findings: Finding[];
  id?: string | undefined;
}

/** Reads the files of one kind; what cannot be read is set aside, with its id where that much can be made out. */
export function readEntries<K extends Kind>(desk: string, kind: K): EntriesReading<K> {
  const { files, links, notAFolder } = listFiles(desk, kind);
  const reading: EntriesReading<K> = { entries: [], quarantine: [], findings: [] };
  if (notAFolder) reading.findings.push(noFolder(`${desk}/${kind}`));
  for (const path of [...links, ...files]) {
    const { entry, findings, id } = links.includes(path)
      ? { findings: [symbolicLink(`${desk}/${path}`)] }
      : readOne(desk, kind, path);
    reading.findings.push(...findings);
    if (entry) reading.entries.push(entry);
    else reading.quarantine.push({ name: basename(path, '.md'), path, kind, id, findings });
  }
  return reading;
}

function readOne<K extends Kind>(
  desk: string,
  kind: K,
  path: string,
): FileResult<z.infer<(typeof SCHEMAS)[K]>> {
  const file = `${desk}/${path}`;
  const place = join(desk, path);
  if (statSync(place).size > MAX_FILE) return { findings: [tooLarge(file)] };
  const bytes = readFileSync(place);
  const text = decode(bytes);
  if (text === undefined) {
    return { findings: [notUtf8(file)], id: rescueId(bytes.toString('latin1')) };
  }
  const misplaced = misplacement(path, kind, file);
  if (misplaced) return { findings: [misplaced], id: rescueId(text) };
  const { data, body, findings, id } = readFile(text, SCHEMAS[kind], file);
  if (data === undefined) return { findings, id };
  const name = basename(path, '.md');
  const entry = {
    name,
    path,
    data: data as z.infer<(typeof SCHEMAS)[K]>,
    body,
    hash: sha256(bytes),
  };
  return { entry, findings };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
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

function tooLarge(file: string): Finding {
  return fileFault(
    file,
    'file/too-large',
    'The file is larger than 1 MiB.',
    'A desk holds text; keep large files elsewhere and link to them.',
  );
}

function notUtf8(file: string): Finding {
  return fileFault(
    file,
    'file/not-utf8',
    'The file is not UTF-8.',
    'Save it as UTF-8 in your editor: accents would be lost otherwise.',
  );
}
