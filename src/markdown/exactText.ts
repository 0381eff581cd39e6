import { decodeHTMLStrict } from 'entities';
import type { Nodes, Root, Text } from 'mdast';
import type { Transformer } from 'unified';

/** A run of characters that stand in the source as they are, or the one that stands there otherwise (`&amp;`, `\*`). */
export interface ExactPiece {
  value: string;
  /** where it begins in the source */
  start: number;
  end: number;
}

/**
 * remark plugin: parts every text at references, escapes and blanks that Markdown drops, so that what is left is as long
 * as in the file and offsets in it can be trusted.
 */
export function exactText(): Transformer<Root> {
  return (tree, file) => part(tree, String(file));
}

function part(node: Nodes, source: string): void {
  if (!('children' in node)) return;
  // The parts of a text stand where texts may stand.
  const children = node.children as Nodes[];
  node.children = children.flatMap((child): Nodes[] => {
    part(child, source);
    return child.type === 'text' ? partsOf(child, source) : [child];
  }) as typeof node.children;
}

function partsOf(text: Text, source: string): Text[] {
  const { start, end } = text.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [text];
  const { offset } = start;
  const written = source.slice(offset, end.offset);
  if (written === text.value) return [text];
  return exactPieces(written, text.value).map((piece) => ({
    type: 'text',
    value: piece.value,
    position: {
      start: { ...pointAt(start, written, piece.start), offset: offset + piece.start },
      end: { ...pointAt(start, written, piece.end), offset: offset + piece.end },
    },
  }));
}

/** The pieces of a text that stands in the source as `written`. */
export function exactPieces(written: string, value: string): ExactPiece[] {
  const pieces: ExactPiece[] = [];
  let open: ExactPiece | undefined;
  let at = 0;
  for (let done = 0; done < value.length; ) {
    const { skip, length, text } = nextOf(written, at, value, done);
    at += skip;
    if (open && skip === 0 && length === text.length) {
      open.value += text;
      open.end += length;
    } else {
      const piece = { value: text, start: at, end: at + length };
      pieces.push(piece);
      open = length === text.length ? piece : undefined;
    }
    at += length;
    done += text.length;
  }
  return pieces;
}

/** What to skip in the source, and how long the next text is there. */
function nextOf(written: string, at: number, value: string, done: number) {
  const reference =
    written[at] === '&' ? /^&#?\w{1,40};/.exec(written.slice(at, at + 45))?.[0] : undefined;
  const decoded = reference && decodeHTMLStrict(reference);
  if (reference && decoded && decoded !== reference && value.startsWith(decoded, done)) {
    return { skip: 0, length: reference.length, text: decoded };
  }
  const text = value.charAt(done);
  let skip = 0;
  const isEscape = written[at] === '\\' && written[at + 1] === text && /[!-/:-@[-`{-~]/.test(text);
  if (isEscape) skip = 1;
  else while (written[at + skip] !== text && /[\s\\]/.test(written[at + skip] ?? '')) skip++;
  return { skip, length: 1, text };
}

function pointAt(start: { line: number; column: number }, text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return before.length === 1
    ? { line: start.line, column: start.column + column - 1 }
    : { line: start.line + before.length - 1, column };
}
