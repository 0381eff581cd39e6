import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import type { Entry } from '../model/desk/desk.ts';
import { type Finding, fileFinding } from '../model/desk/finding.ts';
import { readFile, rescueId } from './readFile.ts';

const MIB = 1024 * 1024;

/** Bytes of a file at most; a larger one is quarantined unread. */
const MAX_FILE = MIB;

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What a file comes to: an entry where it can be read, and the findings about it. */
export interface EntryReading<T> {
  entry?: Entry<T>;
  findings: Finding[];
  /** what it names as its id, where it cannot be read */
  id?: string | undefined;
}

/**
 * Reads one Markdown file of the desk by its schema.
 * @param misplaced why it is read no further than its id
 */
export function readEntry<S extends z.ZodObject>(
  desk: string,
  path: string,
  schema: S,
  misplaced?: Finding,
): EntryReading<z.infer<S>> {
  const file = `${desk}/${path}`;
  const place = join(desk, path);
  if (statSync(place).size > MAX_FILE) return { findings: [tooLarge(file)] };
  const bytes = readFileSync(place);
  const text = decode(bytes);
  if (text === undefined) {
    return { findings: [notUtf8(file)], id: rescueId(bytes.toString('latin1')) };
  }
  if (misplaced) return { findings: [misplaced], id: rescueId(text) };
  const { data, body, findings, id } = readFile(text, schema, file);
  if (data === undefined) return { findings, id };
  const entry = { name: basename(path, '.md'), path, data, body, hash: hash('sha256', bytes) };
  return { entry, findings };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

function tooLarge(file: string): Finding {
  return fileFinding(file, { code: 'file/too-large', values: { mib: MAX_FILE / MIB } });
}

function notUtf8(file: string): Finding {
  return fileFinding(file, { code: 'file/not-utf8', values: {} });
}
