import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { count } from '../src/cli/command/count.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { type Desk, KINDS } from '../src/model/desk/desk.ts';
import type { Finding } from '../src/model/desk/finding.ts';
import type { RuleName } from '../src/model/desk/rules.ts';
import { RULES } from '../src/store/kinds.ts';
import { lintDrafts } from '../src/store/lintDrafts.ts';
import { byPlace, placeFaults } from '../src/store/placeFaults.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { formatFile } from '../src/store/renderFile.ts';
import { writeFile } from '../src/store/writeFile.ts';
import { ruleFaults } from './check/ruleFaults.ts';

export const checkCommand: Command = {
  name: 'check',
  about: 'says what is wrong in the desk, with line and remedy',
  summary:
    'Validates the desk: every file, every reference, every sum, the examples of every rule, the tone of drafts. Touches no network.',
  flags: {
    fix: {
      type: 'boolean',
      help: 'write headers in one form: order of keys, quotes; words and comments stay',
    },
  },
  examples: [
    ['npm run check', 'list what is wrong, with line and remedy; exit 1 if anything is'],
    ['npm run check -- --fix', 'format the headers of all files'],
  ],
  run: runCheck,
};

async function runCheck({
  values,
  desk: folder,
  now,
  dryRun,
  terminal,
}: Invocation): Promise<ExitCode> {
  const desk = await readDesk(folder);
  const formatted = values.fix ? format(desk, folder, dryRun) : [];
  for (const path of formatted) {
    terminal.answer(`${dryRun ? 'to format' : 'formatted'}  ${folder}/${path}`);
    terminal.record({ kind: 'formatted', file: `${folder}/${path}` });
  }
  const findings = [
    ...desk.findings,
    ...placeFaults(folder, ruleFaults(desk)),
    ...(await lintDrafts(desk, folder, now)),
  ].sort(byPlace);
  for (const finding of findings) {
    terminal.finding(finding);
    terminal.record(finding);
  }
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const files = allFiles(desk, folder).length + desk.quarantine.length;
  const ofKind = (kind: Finding['severity']) =>
    findings.filter(({ severity }) => severity === kind).length;
  const hints = ofKind('hint');
  terminal.closing(
    [
      count(files, 'file'),
      `${desk.quarantine.length} set aside`,
      count(ofKind('error'), 'error'),
      count(ofKind('warning'), 'warning'),
      ...(hints > 0 ? [count(hints, 'hint')] : []),
      ...(values.fix ? [`${formatted.length} formatted${dryRun ? ' (dry run)' : ''}`] : []),
    ].join(', '),
  );
  return leftOut || findings.length > hints ? 1 : 0;
}

function allFiles(desk: Desk, folder: string) {
  const away = new Set(desk.quarantine.map(({ path }) => path));
  const rules = (Object.keys(RULES) as RuleName[])
    .map((kind) => ({ path: `rules/${kind}.md`, kind }))
    .filter(({ path }) => !away.has(path) && existsSync(join(folder, path)));
  return [
    { path: 'desk.md', kind: 'desk' as const },
    ...KINDS.flatMap((kind) => desk[kind].map(({ path }) => ({ path, kind }))),
    ...rules,
  ];
}

/** A candidate that nobody touched is in this form already, so that its bytes, which say as much, stay what they are. */
function format(desk: Desk, folder: string, dryRun: boolean): string[] {
  return allFiles(desk, folder).flatMap(({ path, kind }) => {
    const text = readFileSync(join(folder, path), 'utf8');
    const formatted = formatFile(kind, text, path);
    if (formatted === text) return [];
    if (!dryRun) writeFile(folder, path, formatted);
    return [path];
  });
}
