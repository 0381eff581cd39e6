import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Desk, Entries, Quarantined } from '../model/desk/desk.ts';
import { type Finding, fileFinding } from '../model/desk/finding.ts';
import { byKind, FOLDERS, type Kind } from '../model/desk/kinds.ts';
import { ledgerOf } from '../model/desk/ledger/ledger.ts';
import { nearest } from '../text/nearest.ts';
import { checkDesk } from './checkDesk.ts';
import { noFolder, symbolicLink } from './fileFaults.ts';
import { listFiles } from './listFiles.ts';
import { byPlace } from './placeFaults.ts';
import { readEntries } from './readEntries.ts';
import { readLedgerFile } from './readLedger.ts';
import { readRules } from './readRules.ts';
import { readSettings } from './readSettings.ts';
import { setAsideUndecided } from './undecidedPicks.ts';

/**
 * Reads a desk, once: every file in it, with findings for what is wrong. The one way in for scripts and site.
 * @param folder the desk's folder, `content`; findings name files as `<folder>/<path>`
 * @throws CribaError `desk/not-found`, `desk/unreadable` when `desk.md` is missing or wrong
 */
export async function readDesk(folder: string): Promise<Desk> {
  const { settings, about, findings: faults } = readSettings(folder);
  const quarantine: Quarantined[] = [];
  const findings: Finding[] = [...faults, ...unknownFolders(folder)];
  const read = <K extends Kind>(kind: K): Entries[K] => {
    const reading = readEntries(folder, kind);
    quarantine.push(...reading.quarantine);
    findings.push(...reading.findings);
    return reading.entries;
  };
  const { rules, ...ruled } = readRules(folder);
  quarantine.push(...ruled.quarantine);
  findings.push(...ruled.findings);
  const desk: Desk = {
    settings,
    about,
    ...byKind<Entries>(read),
    rules,
    ledger: ledgerOf(readLedger(folder, quarantine, findings)),
    quarantine,
    findings,
  };
  setAsideUndecided(desk, folder);
  findings.push(...checkDesk(desk, folder));
  findings.sort(byPlace);
  return desk;
}

/** A folder with a name of its own is read by nobody: better said than lost. */
function unknownFolders(folder: string): Finding[] {
  const known = new Set<string>([...FOLDERS, 'ledger', 'rules']);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !known.has(entry.name))
    .map(({ name }) => {
      const near = nearest(name, [...known]);
      const values = { folder, known: [...known], near };
      return fileFinding(`${folder}/${name}`, { code: 'desk/unknown-folder', values }, 'warning');
    });
}

function readLedger(desk: string, quarantine: Quarantined[], findings: Finding[]) {
  const { files, links, notAFolder } = listFiles(desk, 'ledger');
  findings.push(...links.map((path) => symbolicLink(`${desk}/${path}`)));
  if (notAFolder) findings.push(noFolder(`${desk}/ledger`));
  return files
    .filter((path) => path.endsWith('.ndjson'))
    .flatMap((path) => {
      const reading = readLedgerFile(desk, path, `${desk}/${path}`);
      findings.push(...reading.findings);
      // A line that is about no item takes no decision with it.
      const damage = reading.findings.filter(({ code }) => code !== 'ledger/unknown-what');
      if (damage.length > 0)
        quarantine.push({ name: basename(path), path, kind: 'ledger', findings: damage });
      return reading.lines;
    });
}
