import matter from 'gray-matter';
import type { CodedFault } from '../model/run/fault.ts';

/** Bytes of a header at most, checked before anything parses it. */
export const MAX_HEADER = 64 * 1024;

export interface SplitFile {
  /** YAML, as written; starts on line 2 of the file */
  header: string;
  /** Markdown, without the blank line after the header and the line end that closes the file */
  body: string;
}

/** Why a text is not a file of ours: what is wrong, and on which line. */
export type SplitProblem = { line: number } & CodedFault<
  'file/byte-order-mark' | 'file/no-header' | 'file/header-not-closed' | 'file/header-too-large'
>;

const OPENING = /^---\r?\n/;
const CLOSING = /^---\r?$/m;

// gray-matter runs JavaScript from a `---js` header, so every engine is denied, and it is only asked
// once the first line is known to be `---` and nothing else.
const DENIED = { parse: () => ({}), stringify: () => '' };
const ENGINES = { yaml: DENIED, json: DENIED, javascript: DENIED, js: DENIED, coffee: DENIED };

/** Parts a file's header from its body. Reads no YAML and runs nothing. */
export function splitFile(text: string): SplitFile | SplitProblem {
  const problem = findProblem(text);
  if (problem) return problem;
  // Options are passed even where they are the default: without any, gray-matter caches by text.
  const file = matter(text, { language: 'yaml', delimiters: '---', engines: ENGINES });
  const header = file.matter.replace(/^\r?\n/, '');
  return { header: header === '' ? '' : `${header}\n`, body: trimOneLine(file.content) };
}

function findProblem(text: string): SplitProblem | undefined {
  if (!OPENING.test(text)) {
    const code = text.startsWith('\uFEFF') ? 'file/byte-order-mark' : 'file/no-header';
    return { line: 1, code, values: {} };
  }
  const rest = text.slice(text.indexOf('\n') + 1);
  const end = rest.search(/^---/m);
  const closing = CLOSING.exec(rest);
  if (end === -1 || !closing || closing.index !== end) {
    const line = end === -1 ? 1 : 2 + countLines(rest.slice(0, end));
    return { line, code: 'file/header-not-closed', values: {} };
  }
  if (Buffer.byteLength(rest.slice(0, end)) > MAX_HEADER) {
    return { line: 1, code: 'file/header-too-large', values: { kib: MAX_HEADER / 1024 } };
  }
  return undefined;
}

function trimOneLine(content: string): string {
  return content.replace(/^\r?\n/, '').replace(/\r?\n$/, '');
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
