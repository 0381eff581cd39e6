import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import type { Finding } from '../model/desk/finding.ts';
import { type LedgerLine, lineKindOf, WHATS } from '../model/desk/ledger/ledger.ts';
import type { CodedFault } from '../model/run/fault.ts';
import { nearest } from '../text/nearest.ts';
import { describeIssue, keyName, valueAt } from './describeIssue.ts';
import { keysAt } from './keysAt.ts';

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
    const report: Report = (found) => {
      reading.findings.push({ file, line: index + 1, column: 1, severity: 'error', ...found });
    };
    const line = readLine(text, report);
    if (line !== undefined) reading.lines.push(line);
  }
  return reading;
}

type Report = (fault: CodedFault) => void;

function readLine(text: string, report: Report): LedgerLine | undefined {
  const value = parseObject(text);
  if (value === undefined) {
    report({ code: 'ledger/not-json', values: {} });
    return undefined;
  }
  const what = valueAt(value, ['what']);
  const kind = lineKindOf(what);
  if (kind === undefined) {
    report({ code: 'ledger/unknown-what', values: { what: String(what), known: WHATS } });
    return undefined;
  }
  const parsed = kind.schema.safeParse(value);
  if (parsed.success) return parsed.data as LedgerLine;
  for (const issue of parsed.error.issues) {
    if (issue.code !== 'unrecognized_keys')
      report(describeIssue(issue, valueAt(value, issue.path)));
    else for (const key of issue.keys) report(unknownKey([...issue.path, key], kind.schema));
  }
  return undefined;
}

function unknownKey(path: PropertyKey[], schema: z.ZodType): CodedFault {
  const near = nearest(String(path.at(-1)), keysAt(schema, path.slice(0, -1)));
  return { code: 'ledger/unknown-key', values: { key: keyName(path), near } };
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
