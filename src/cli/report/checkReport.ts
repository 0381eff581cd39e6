import type { CommandWords } from '../../i18n/commandWords.ts';
import { faultText } from '../../i18n/faultText.ts';
import type { Finding } from '../../model/desk/finding.ts';
import type { Terminal } from '../command/terminal.ts';

/** The files whose headers were written in one form, or would be. */
export function reportFormatted(
  paths: readonly string[],
  { folder, dryRun }: { folder: string; dryRun: boolean },
  terminal: Terminal,
): void {
  for (const path of paths) {
    terminal.answer(
      terminal.speech.say(dryRun ? 'check.toFormat' : 'check.formatted', {
        path: `${folder}/${path}`,
      }),
    );
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
  speech: CommandWords,
): string {
  const ofSeverity = (kind: Finding['severity']) =>
    findings.filter(({ severity }) => severity === kind).length;
  const hints = ofSeverity('hint');
  return [
    speech.say('count.files', { n: files }),
    speech.say('check.aside', { n: aside }),
    speech.say('check.errors', { n: ofSeverity('error') }),
    speech.say('check.warnings', { n: ofSeverity('warning') }),
    ...(hints > 0 ? [speech.say('check.hints', { n: hints })] : []),
    ...(formatted === undefined
      ? []
      : [speech.say(dryRun ? 'check.formattedDry' : 'check.formattedCount', { n: formatted })]),
  ].join(', ');
}
