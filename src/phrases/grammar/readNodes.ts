import { ClauseError } from '../../model/desk/clauseError.ts';
import { joinForms, MAX_FORMS } from './joinForms.ts';
import type { Node } from './nodes.ts';
import { type Piece, readPieces } from './readPieces.ts';
import { foldWord } from './textTokens.ts';

/** A phrase has at most so many characters. */
const MAX_LENGTH = 1000;

/** The state of the parser. */
interface Reading {
  source: string;
  pieces: Piece[];
  next: number;
}

/** What is wrong at one place of a phrase. */
type Misplaced =
  | 'after-star'
  | 'caret-inside'
  | 'dollar-inside'
  | 'empty-word'
  | 'joins-no-part'
  | 'joins-with-sign'
  | 'lone-star';
/** What is wrong with a sign of a phrase. */
type WrongSign = 'closes-nothing' | 'meaningless' | 'nothing-before' | 'unclosed';

/**
 * Parses a phrase into alternatives, each a sequence.
 * @throws ClauseError
 */
export function readNodes(source: string): Node[][] {
  const phrase = shown(source);
  if (source.length > MAX_LENGTH)
    throw new ClauseError({ code: 'phrase/too-long', values: { phrase, limit: MAX_LENGTH } });
  const alternatives = readAlternatives({ source, pieces: readPieces(source), next: 0 });
  for (const sequence of alternatives) {
    const fault = faultOf(sequence);
    if (fault) throw new ClauseError({ code: `phrase/${fault}`, values: { phrase } });
  }
  return alternatives;
}

function shown(source: string): string {
  return source.length > 80 ? `${source.slice(0, 79)}…` : source;
}

function misplaced({ source }: Reading, what: Misplaced, at: number): ClauseError {
  const values = { phrase: shown(source), at: at + 1 };
  return new ClauseError({ code: `phrase/${what}`, values });
}

function wrongSign({ source }: Reading, what: WrongSign, { text, at }: Piece): ClauseError {
  const values = { phrase: shown(source), sign: text, at: at + 1 };
  return new ClauseError({ code: `phrase/${what}`, values });
}

/** Parses sequences up to the end, or up to the bracket that closes `opened`. */
function readAlternatives(reading: Reading, opened?: Piece): Node[][] {
  const alternatives: Node[][] = [];
  let sequence: Node[] = [];
  for (let piece = reading.pieces[reading.next]; piece; piece = reading.pieces[reading.next]) {
    const closes = piece.text === ')' || piece.text === ']';
    if (closes || piece.text === '|') {
      if (closes && piece.text !== (opened && CLOSING[opened.text])) {
        throw wrongSign(reading, 'closes-nothing', piece);
      }
      if (sequence.length === 0) throw wrongSign(reading, 'nothing-before', piece);
      alternatives.push(sequence);
      sequence = [];
      reading.next++;
      if (closes) return alternatives;
    } else {
      const node = readNode(reading, piece, opened === undefined, sequence.length === 0);
      if (node) sequence.push(node);
    }
  }
  if (opened) throw wrongSign(reading, 'unclosed', opened);
  return [...alternatives, sequence];
}

const CLOSING: Record<string, string> = { '(': ')', '[': ']' };

/** Parses the node that begins at a piece; undefined if the piece only parts words. */
function readNode(
  reading: Reading,
  piece: Piece,
  outside: boolean,
  first: boolean,
): Node | undefined {
  const { kind, text, at } = piece;
  if (kind === 'word' || text === '(' || text === '[') return readJoined(reading, at);
  reading.next++;
  if (kind === 'wrong') throw wrongSign(reading, 'meaningless', piece);
  if (kind !== 'sign') return undefined;
  switch (text) {
    case '~':
      return { type: 'gap', wide: false };
    case '...':
    case '…':
      return { type: 'gap', wide: true };
    case '#':
      return { type: 'number' };
    case '*':
      throw misplaced(reading, 'lone-star', at);
    case '^':
      if (!outside || !first) throw misplaced(reading, 'caret-inside', at);
      return { type: 'start' };
    case '$': {
      const after = reading.pieces.slice(reading.next).find((each) => each.kind !== 'blank');
      if (!outside || (after && after.text !== '|')) {
        throw misplaced(reading, 'dollar-inside', at);
      }
      return { type: 'end' };
    }
    default:
      return { type: 'mark', mark: text === ';' ? ':' : text };
  }
}

/** Parses what stands together without a blank: a word, a group, or a word in parts, as `descuento[s]`. */
function readJoined(reading: Reading, at: number): Node {
  const first = reading.next;
  const parts: Node[] = [];
  let open = false;
  for (let piece = reading.pieces[reading.next]; piece; piece = reading.pieces[reading.next]) {
    const opens = piece.text === '(' || piece.text === '[';
    if (piece.kind !== 'word' && piece.text !== '*' && !opens) break;
    if (open) throw misplaced(reading, 'after-star', piece.at);
    reading.next++;
    if (piece.text === '*') {
      open = true;
    } else if (opens) {
      parts.push(toNode(readAlternatives(reading, piece), piece.text === '['));
    } else {
      parts.push({ type: 'word', forms: [{ text: foldWord(piece.text), open: false }] });
    }
  }
  const [only] = parts;
  if (parts.length === 1 && only && !open) return only;
  const parted = reading.pieces.slice(first, reading.next).some(({ kind }) => kind === 'other');
  const forms = parted ? 'joins-with-sign' : joinForms(parts, open);
  if (forms === 'too-many-forms') {
    const values = { phrase: shown(reading.source), at: at + 1, limit: MAX_FORMS };
    throw new ClauseError({ code: 'phrase/too-many-forms', values });
  }
  if (typeof forms === 'string') throw misplaced(reading, forms, at);
  return { type: 'word', forms };
}

/** Makes one node of a group: a word if all alternatives are words, since that is quicker to find. */
function toNode(alternatives: Node[][], optional: boolean): Node {
  const words = alternatives.map(([word, more]) => (more ? undefined : word));
  const choice: Node[][] = words.every((word) => word?.type === 'word')
    ? [[{ type: 'word', forms: words.flatMap(({ forms }) => forms) }]]
    : alternatives;
  const [[only] = []] = choice;
  if (choice.length === 1 && choice[0]?.length === 1 && only && !optional) return only;
  return { type: 'either', alternatives: optional ? [...choice, []] : choice };
}

/** What is wrong with an alternative as a whole. */
function faultOf(sequence: Node[]) {
  const words = sequence.filter(({ type }) => type !== 'start' && type !== 'end');
  if (words.length === 0) return 'empty';
  if (words.every(mayBeNothing)) return 'asks-for-nothing';
  if (sequence[0]?.type === 'gap') return 'begins-with-gap';
  if (sequence.at(-1)?.type === 'gap') return 'ends-with-gap';
  return undefined;
}

function mayBeNothing(node: Node): boolean {
  return (
    node.type === 'gap' ||
    (node.type === 'either' && node.alternatives.some((each) => each.every(mayBeNothing)))
  );
}
