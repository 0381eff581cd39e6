import { basename } from 'node:path';
import type { Quarantined } from '../model/desk/desk.ts';
import { type Finding, fileFinding } from '../model/desk/finding.ts';
import { BUILT_IN_RULES, RULE_NAMES, type RuleName, type Rules } from '../model/desk/rules.ts';
import { nearest } from '../text/nearest.ts';
import { noFolder, symbolicLink } from './fileFaults.ts';
import { RULES } from './kinds.ts';
import { listFiles } from './listFiles.ts';
import { readEntry } from './readEntry.ts';

/** The rules of a desk, and what is wrong with its files of rules. */
export interface RulesReading {
  rules: Rules;
  quarantine: Quarantined[];
  findings: Finding[];
}

/** Reads `rules/`. Where a file is missing, or cannot be read and is set aside, the built-in rules hold. */
export function readRules(desk: string): RulesReading {
  const { files, links, notAFolder } = listFiles(desk, 'rules');
  const found: Partial<Rules> = {};
  const quarantine: Quarantined[] = [];
  const findings = notAFolder ? [noFolder(`${desk}/rules`)] : [];
  const setAside = (path: string, why: Finding[]) =>
    quarantine.push({ name: basename(path, '.md'), path, kind: 'rules', findings: why });
  for (const path of [...links, ...files]) {
    const name = ruleName(path);
    if (links.includes(path)) {
      const link = symbolicLink(`${desk}/${path}`);
      findings.push(link);
      setAside(path, [link]);
    } else if (name === undefined) {
      findings.push(unknownRules(desk, path));
    } else {
      const { entry, findings: faults } = readEntry(desk, path, RULES[name]);
      if (entry) Object.assign(found, { [name]: entry.data });
      else setAside(path, faults);
      findings.push(...faults);
    }
  }
  return { rules: { ...BUILT_IN_RULES, ...found }, quarantine, findings };
}

function ruleName(path: string): RuleName | undefined {
  return RULE_NAMES.find((name) => path === `rules/${name}.md`);
}

function unknownRules(desk: string, path: string): Finding {
  const near = nearest(basename(path, '.md'), RULE_NAMES);
  const known = RULE_NAMES.map((name) => `${name}.md`);
  const values = { folder: `${desk}/rules`, known, near };
  return fileFinding(`${desk}/${path}`, { code: 'rules/unknown', values }, 'warning');
}
