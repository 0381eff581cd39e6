import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import { type Desk, type Entry, KINDS, type Kind, type Quarantined } from '../model/desk.ts';
import { CribaError } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import { Name } from '../model/text.ts';
import { checkDesk } from './checkDesk.ts';
import { nearest } from './describeIssue.ts';
import { DATED, SCHEMAS, SETTINGS } from './kinds.ts';
import { listFiles } from './listFiles.ts';
import { readFile } from './readFile.ts';
import { readLedgerFile } from './readLedger.ts';

/** Bytes of a file at most; a larger one is quarantined unread. */
const MAX_FILE = 1024 * 1024;

/**
 * Reads a desk, once: every file in it, with findings for what is wrong. The one way in for scripts and site.
 * @param folder the desk's folder, `content`; findings name files as `<folder>/<path>`
 * @throws CribaError `desk/not-found`, `desk/unreadable` when `desk.md` is missing or wrong
 */
export async function readDesk(folder: string): Promise<Desk> {
  const { settings, about, findings: faults } = readSettings(folder);
  const quarantine: Quarantined[] = [];
  const findings: Finding[] = [...faults, ...strangers(folder)];
  const read = <K extends Kind>(kind: K): Entry<z.infer<(typeof SCHEMAS)[K]>>[] =>
    readKind(folder, kind, quarantine, findings);
  const desk: Desk = {
    settings,
    about,
    sources: read('sources'),
    topics: read('topics'),
    audiences: read('audiences'),
    channels: read('channels'),
    campaigns: read('campaigns'),
    candidates: read('candidates'),
    picks: read('picks'),
    slots: read('slots'),
    ledger: readLedger(folder, quarantine, findings),
    quarantine,
    findings,
  };
  findings.push(...checkDesk(desk, folder));
  findings.sort(byPlace);
  return desk;
}

function readSettings(folder: string) {
  const file = `${folder}/desk.md`;
  let text: string;
  try {
    text = readFileSync(join(folder, 'desk.md'), 'utf8');
  } catch (cause) {
    throw new CribaError(
      'desk/not-found',
      `${file} cannot be read: there is no desk in ${folder}.`,
      {
        hint: 'Run from the repository, or name the folder that holds desk.md: --desk content',
        cause,
      },
    );
  }
  const { data, body, findings } = readFile(text, SETTINGS, file);
  if (!data) {
    const [first] = findings;
    throw new CribaError(
      'desk/unreadable',
      `${file}:${first?.line}:${first?.column}: ${first?.message}`,
      {
        hint: first?.hint ?? 'Correct desk.md.',
      },
    );
  }
  return { settings: data, about: body, findings };
}

/** A folder with a name of its own is read by nobody: better said than lost. */
function strangers(folder: string): Finding[] {
  const known = new Set<string>([...KINDS, 'ledger', 'rules']);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !known.has(entry.name))
    .map(({ name }) => {
      const near = nearest(name, [...known]);
      return {
        file: `${folder}/${name}`,
        line: 1,
        column: 1,
        code: 'desk/unknown-folder',
        severity: 'warning',
        message: 'Nothing reads this folder.',
        hint: near
          ? `Did you mean ${folder}/${near}?`
          : `A desk has the folders ${[...known].join(', ')}.`,
      };
    });
}

function readKind<K extends Kind>(
  desk: string,
  kind: K,
  quarantine: Quarantined[],
  findings: Finding[],
) {
  const { files, links } = listFiles(desk, kind);
  const entries: Entry<z.infer<(typeof SCHEMAS)[K]>>[] = [];
  for (const path of links) {
    setAside(link(`${desk}/${path}`));
  }
  for (const path of files) {
    const name = basename(path, '.md');
    const file = `${desk}/${path}`;
    const misplaced = misplacement(path, kind, file) ?? tooLarge(join(desk, path), file);
    if (misplaced) {
      setAside(misplaced, path);
      continue;
    }
    const bytes = readFileSync(join(desk, path));
    const text = bytes.toString('utf8');
    const reading = readFile(text, SCHEMAS[kind], file);
    findings.push(...reading.findings);
    if (reading.data === undefined) {
      quarantine.push({ name, path, kind, id: reading.id, findings: reading.findings });
    } else {
      const hash = createHash('sha256').update(bytes).digest('hex');
      entries.push({
        name,
        path,
        data: reading.data as z.infer<(typeof SCHEMAS)[K]>,
        body: reading.body,
        hash,
      });
    }
  }
  return entries;

  function setAside(finding: Finding, path = finding.file.slice(desk.length + 1)): void {
    findings.push(finding);
    quarantine.push({ name: basename(path, '.md'), path, kind, findings: [finding] });
  }
}

function readLedger(desk: string, quarantine: Quarantined[], findings: Finding[]) {
  const { files, links } = listFiles(desk, 'ledger');
  findings.push(...links.map((path) => link(`${desk}/${path}`)));
  return files
    .filter((path) => path.endsWith('.ndjson'))
    .flatMap((path) => {
      const reading = readLedgerFile(desk, path, `${desk}/${path}`);
      findings.push(...reading.findings);
      if (reading.findings.length > 0) {
        quarantine.push({ name: basename(path), path, kind: 'ledger', findings: reading.findings });
      }
      return reading.lines;
    });
}

function misplacement(path: string, kind: Kind, file: string): Finding | undefined {
  const fault = (code: Finding['code'], message: string, hint: string): Finding => ({
    file,
    line: 1,
    column: 1,
    code,
    message,
    hint,
    severity: 'error',
  });
  if (!path.endsWith('.md')) {
    return fault(
      'file/not-markdown',
      'Only files that end in .md are read here.',
      'Rename it, or keep it outside the desk.',
    );
  }
  const name = basename(path, '.md');
  if (!Name.safeParse(name).success) {
    return fault(
      'file/name',
      `The file is called "${name}".`,
      'Rename it: a-z, 0-9 and hyphens, at most 80 characters.',
    );
  }
  const place = path.slice(kind.length + 1);
  const expected = DATED.has(kind) ? /^\d{4}\/(?:0[1-9]|1[0-2])\/[^/]+$/ : /^[^/]+$/;
  if (!expected.test(place)) {
    const where = DATED.has(kind) ? `${kind}/<year>/<month>/` : `${kind}/`;
    return fault(
      'file/folder',
      `The file stands in the wrong folder.`,
      `Move it to ${where}, two digits to a month.`,
    );
  }
  return undefined;
}

function tooLarge(path: string, file: string): Finding | undefined {
  if (statSync(path).size <= MAX_FILE) return undefined;
  return {
    file,
    line: 1,
    column: 1,
    code: 'file/too-large',
    message: 'The file is larger than 1 MiB.',
    hint: 'A desk holds text; keep large files elsewhere and link to them.',
    severity: 'error',
  };
}

function link(file: string): Finding {
  return {
    file,
    line: 1,
    column: 1,
    code: 'file/symbolic-link',
    message: 'Symbolic links are not followed.',
    hint: 'Put the file itself here.',
    severity: 'error',
  };
}

function byPlace(a: Finding, b: Finding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
