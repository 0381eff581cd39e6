import type { z } from 'astro/zod';
import type { Finding } from '../model/desk/finding.ts';
import { nearest } from '../text/nearest.ts';
import { readCanonicalHeader } from './canonicalHeader.ts';
import { describeIssue, keyName, valueAt } from './describeIssue.ts';
import { keysAt } from './keysAt.ts';
import { type Header, readHeader } from './readHeader.ts';
import { MAX_HEADER, splitFile } from './splitFile.ts';

/** A file's header as its schema has it, or nothing and the findings that say why. */
export interface FileReading<T> {
  data?: T;
  body: string;
  findings: Finding[];
  /** as the header gives it, even where the rest is wrong */
  id?: string;
}

/**
 * Reads one Markdown file of the desk. An unknown key is a warning; anything else that is wrong leaves `data` out.
 * @param file how findings name the file
 */
export function readFile<S extends z.ZodObject>(
  text: string,
  schema: S,
  file: string,
): FileReading<z.infer<S>> {
  const split = splitFile(text);
  if (!('header' in split)) {
    return {
      body: '',
      findings: [{ file, column: 1, severity: 'error', ...split }],
      id: rescueId(text),
    };
  }
  const quick = readCanonicalHeader(split.header);
  const parsed = quick && schema.safeParse(quick);
  if (parsed?.success) return { data: parsed.data, body: split.body, findings: [] };
  return { ...readCarefully(split.header, schema, file), body: split.body };
}

/** The same answer with a place for every fault; ten times slower, so only for files that need it. */
function readCarefully<S extends z.ZodObject>(
  text: string,
  schema: S,
  file: string,
): Omit<FileReading<z.infer<S>>, 'body'> {
  const header = readHeader(text);
  if (header.problems.length > 0) {
    const severity = 'error' as const;
    return {
      findings: header.problems.map((problem) => ({ file, ...problem, severity })),
      id: rescueId(text),
    };
  }
  const findings: Finding[] = [];
  const data = header.data;
  const id = typeof data.id === 'string' ? data.id : undefined;
  for (;;) {
    const parsed = schema.safeParse(data);
    if (parsed.success) return { data: parsed.data, findings, id };
    const unknown = parsed.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
    if (unknown.length === 0) {
      for (const issue of parsed.error.issues) findings.push(toFinding(issue, data, header, file));
      return { findings, id };
    }
    for (const issue of unknown) {
      for (const key of issue.keys) {
        findings.push(unknownKey([...issue.path, key], schema, header, file));
        delete (valueAt(data, issue.path) as Record<string, unknown>)[key];
      }
    }
  }
}

function toFinding(issue: z.core.$ZodIssue, data: unknown, header: Header, file: string): Finding {
  const value = valueAt(data, issue.path);
  const place =
    value === undefined && issue.path.length < 2
      ? { line: 1, column: 1 }
      : header.locate(issue.path);
  return { file, ...place, ...describeIssue(issue, value), severity: 'error' };
}

function unknownKey(
  path: PropertyKey[],
  schema: z.ZodObject,
  header: Header,
  file: string,
): Finding {
  const near = nearest(String(path.at(-1)), keysAt(schema, path.slice(0, -1)));
  return {
    file,
    ...header.locate(path, true),
    code: 'key/unknown',
    values: { key: keyName(path), near },
    severity: 'warning',
  };
}

/** The id that a text names on a line of its own, where nothing else of it can be read: enough to know that it is there. */
export function rescueId(text: string): string | undefined {
  return /^\s*["']?id["']?\s*:\s*["']?([0-9a-f]{12})(?![0-9a-f])/m.exec(
    text.slice(0, MAX_HEADER),
  )?.[1];
}
