import { faultText } from '../../i18n/faultText.ts';
import type { Finding } from '../../model/desk/finding.ts';
import { count } from '../command/count.ts';
import type { Terminal } from '../command/terminal.ts';

/** The files whose headers were written in one form, or would be. */
export function reportFormatted(
  paths: readonly string[],
  { folder, dryRun }: { folder: string; dryRun: boolean },
  terminal: Terminal,
): void {
  for (const path of paths) {
    terminal.answer(`${dryRun ? 'to format' : 'formatted'}  ${folder}/${path}`);
    terminal.record({ kind: 'formatted', file: `${folder}/${path}` });
  }
}

export function reportFindings(findings: readonly Finding[], terminal: Terminal): void {
  for (const finding of findings) {
    terminal.finding(finding);
    terminal.record({ ...finding, ...faultText(finding, terminal.speech.lang) });
  }
}

export interface CheckCounts {
  files: number;
  /** of them, those that cannot be read */
  aside: number;
  findings: readonly Finding[];
  /** of them, those that were formatted; absent if nobody asked for it */
  formatted: number | undefined;
}

/** A check in a line: `87 files, 1 set aside, 1 error, 0 warnings`. */
export function checkLine(
  { files, aside, findings, formatted }: CheckCounts,
  dryRun: boolean,
): string {
  const ofSeverity = (kind: Finding['severity']) =>
    findings.filter(({ severity }) => severity === kind).length;
  const hints = ofSeverity('hint');
  return [
    count(files, 'file'),
    `${aside} set aside`,
    count(ofSeverity('error'), 'error'),
    count(ofSeverity('warning'), 'warning'),
    ...(hints > 0 ? [count(hints, 'hint')] : []),
    ...(formatted === undefined ? [] : [`${formatted} formatted${dryRun ? ' (dry run)' : ''}`]),
  ].join(', ');
}
