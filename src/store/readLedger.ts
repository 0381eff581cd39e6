import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/desk/finding.ts';
import { LedgerLine } from '../model/desk/ledger.ts';
import { describeIssue, valueAt } from './describeIssue.ts';

/** The lines of one ledger file; a line that cannot be read is a finding, and the others count. */
export function readLedgerFile(
  desk: string,
  path: string,
  file: string,
): { lines: LedgerLine[]; findings: Finding[] } {
  const lines: LedgerLine[] = [];
  const findings: Finding[] = [];
  for (const [index, text] of readFileSync(join(desk, path), 'utf8').split('\n').entries()) {
    if (text.trim() === '') continue;
    const fault = (code: Finding['code'], message: string, hint: string) =>
      findings.push({ file, line: index + 1, column: 1, code, message, hint, severity: 'error' });
    try {
      const value: unknown = JSON.parse(text);
      const parsed = LedgerLine.safeParse(value);
      if (parsed.success) lines.push(parsed.data);
      else {
        for (const issue of parsed.error.issues) {
          const { code, message, hint } = describeIssue(issue, valueAt(value, issue.path));
          fault(code, message, hint);
        }
      }
    } catch {
      fault(
        'ledger/not-json',
        'The line is not JSON.',
        'Restore it from git: a ledger file is never changed once written.',
      );
    }
  }
  return { lines, findings };
}
