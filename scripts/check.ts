import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../src/cli/command.ts';
import { count } from '../src/cli/count.ts';
import { warnOfQuarantine } from '../src/cli/warnOfQuarantine.ts';
import { type Desk, KINDS, type RuleName } from '../src/model/desk.ts';
import { RULES } from '../src/store/kinds.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { formatFile } from '../src/store/renderFile.ts';
import { writeFile } from '../src/store/writeFile.ts';

await runCommand(
  {
    name: 'check',
    summary: 'Validates the desk: every file, every reference, every sum. Touches no network.',
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
  },
  async ({ values, desk: folder, dryRun, terminal }) => {
    const desk = await readDesk(folder);
    const formatted = values.fix ? format(desk, folder, dryRun) : [];
    for (const path of formatted) {
      terminal.answer(`${dryRun ? 'to format' : 'formatted'}  ${folder}/${path}`);
      terminal.record({ kind: 'formatted', file: `${folder}/${path}` });
    }
    for (const finding of desk.findings) {
      terminal.finding(finding);
      terminal.record(finding);
    }
    const leftOut = warnOfQuarantine(desk, folder, terminal);
    const files = allFiles(desk, folder).length + desk.quarantine.length;
    const errors = desk.findings.filter((finding) => finding.severity === 'error').length;
    terminal.closing(
      [
        count(files, 'file'),
        `${desk.quarantine.length} set aside`,
        count(errors, 'error'),
        count(desk.findings.length - errors, 'warning'),
        ...(values.fix ? [`${formatted.length} formatted${dryRun ? ' (dry run)' : ''}`] : []),
      ].join(', '),
    );
    return leftOut || desk.findings.length > 0 ? 1 : 0;
  },
);

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
