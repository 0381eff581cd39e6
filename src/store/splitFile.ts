import matter from 'gray-matter';

/** Bytes of a header at most, checked before anything parses it. */
export const MAX_HEADER = 64 * 1024;

export interface SplitFile {
  /** YAML, as written; starts on line 2 of the file */
  header: string;
  /** Markdown, without the blank line after the header and the line end that closes the file */
  body: string;
}

/** Why a text is not a file of ours: what is wrong, on which line, and what to do. */
export interface SplitProblem {
  line: number;
  code: `file/${string}`;
  message: string;
  hint: string;
}

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
    const bom = text.startsWith('\uFEFF');
    return {
      line: 1,
      code: bom ? 'file/byte-order-mark' : 'file/no-header',
      message: bom
        ? 'The file begins with an invisible byte order mark.'
        : 'The first line is not `---`.',
      hint: bom
        ? 'Save the file as UTF-8 without BOM.'
        : 'Begin the file with a line `---`, then `key: value` lines, then another `---`.',
    };
  }
  const rest = text.slice(text.indexOf('\n') + 1);
  const end = rest.search(/^---/m);
  const closing = CLOSING.exec(rest);
  if (end === -1 || !closing || closing.index !== end) {
    return {
      line: end === -1 ? 1 : 2 + countLines(rest.slice(0, end)),
      code: 'file/header-not-closed',
      message: end === -1 ? 'The header is never closed.' : 'A line begins with `---` and goes on.',
      hint: 'Put a line with only `---` between the header and the text.',
    };
  }
  if (Buffer.byteLength(rest.slice(0, end)) > MAX_HEADER) {
    return {
      line: 1,
      code: 'file/header-too-large',
      message: `The header is larger than ${MAX_HEADER / 1024} KiB.`,
      hint: 'Long text belongs below the second `---`.',
    };
  }
  return undefined;
}

function trimOneLine(content: string): string {
  return content.replace(/^\r?\n/, '').replace(/\r?\n$/, '');
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
