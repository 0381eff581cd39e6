import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/desk/finding.ts';
import { type LedgerLine, lineKindOf, WHATS } from '../model/desk/ledger/ledger.ts';
import { describeIssue, valueAt } from './describeIssue.ts';

/** What a ledger file says. */
export interface LedgerReading {
  lines: LedgerLine[];
  findings: Finding[];
}

/** The lines of one ledger file; a line that cannot be read is a finding, and the others count. */
export function readLedgerFile(desk: string, path: string, file: string): LedgerReading {
  const reading: LedgerReading = { lines: [], findings: [] };
  for (const [index, text] of readFileSync(join(desk, path), 'utf8').split('\n').entries()) {
    if (text.trim() === '') continue;
    const fault: Fault = (code, message, hint) => {
      const place = { file, line: index + 1, column: 1 };
      reading.findings.push({ ...place, code, message, hint, severity: 'error' });
    };
    const line = readLine(text, fault);
    if (line !== undefined) reading.lines.push(line);
  }
  return reading;
}

type Fault = (code: Finding['code'], message: string, hint: string) => void;

function readLine(text: string, fault: Fault): LedgerLine | undefined {
  const value = parseJson(text, fault);
  if (value === undefined) return undefined;
  const what = valueAt(value, ['what']);
  const kind = lineKindOf(what);
  if (kind === undefined) {
    fault(
      'ledger/unknown-what',
      `This Criba knows no line about "${String(what)}".`,
      `Lines are about ${WHATS.join(', ')}, or about items and have no \`what\`: a newer version may have written it.`,
    );
    return undefined;
  }
  const parsed = kind.schema.safeParse(value);
  if (parsed.success) return parsed.data as LedgerLine;
  for (const issue of parsed.error.issues) {
    const { code, message, hint } = describeIssue(issue, valueAt(value, issue.path));
    fault(code, message, hint);
  }
  return undefined;
}

function parseJson(text: string, fault: Fault): unknown {
  try {
    return JSON.parse(text);
  } catch {
    fault(
      'ledger/not-json',
      'The line is not JSON.',
      'Restore it from git: a ledger file is never changed once written.',
    );
    return undefined;
  }
}
