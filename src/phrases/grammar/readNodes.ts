import { joinForms } from './joinForms.ts';
import type { Node } from './nodes.ts';
import { type Piece, readPieces } from './readPieces.ts';
import { foldWord } from './textTokens.ts';

/** A phrase has at most so many characters. */
const MAX_LENGTH = 1000;

/** The state of the parser. */
interface Reading {
  pieces: Piece[];
  next: number;
  /** @throws SyntaxError */
  fail(what: string, at?: number): never;
}

/**
 * Parses a phrase into alternatives, each a sequence.
 * @throws SyntaxError
 */
export function readNodes(source: string): Node[][] {
  if (source.length > MAX_LENGTH) fail(`is longer than ${MAX_LENGTH} characters`);
  const reading: Reading = { pieces: readPieces(source), next: 0, fail };
  const alternatives = readAlternatives(reading);
  for (const sequence of alternatives) {
    const fault = faultOf(sequence);
    if (fault) fail(fault);
  }
  return alternatives;

  function fail(what: string, at?: number): never {
    const shown = source.length > 80 ? `${source.slice(0, 79)}…` : source;
    throw new SyntaxError(
      `The phrase "${shown}" ${what}${at === undefined ? '' : `, at character ${at + 1}`}.`,
    );
  }
}

/** Parses sequences up to the end, or up to the bracket that closes `opened`. */
function readAlternatives(reading: Reading, opened?: Piece): Node[][] {
  const alternatives: Node[][] = [];
  let sequence: Node[] = [];
  for (let piece = reading.pieces[reading.next]; piece; piece = reading.pieces[reading.next]) {
    const closes = piece.text === ')' || piece.text === ']';
    if (closes || piece.text === '|') {
      if (closes && piece.text !== (opened && CLOSING[opened.text])) {
        reading.fail(`has a "${piece.text}" that closes nothing`, piece.at);
      }
      if (sequence.length === 0) reading.fail(`has nothing before "${piece.text}"`, piece.at);
      alternatives.push(sequence);
      sequence = [];
      reading.next++;
      if (closes) return alternatives;
    } else {
      const node = readNode(reading, piece, opened === undefined, sequence.length === 0);
      if (node) sequence.push(node);
    }
  }
  if (opened) reading.fail(`has a "${opened.text}" that nothing closes`, opened.at);
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
  if (kind === 'wrong') reading.fail(`has a "${text}", which means nothing in a phrase`, at);
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
      return reading.fail('has a "*" that follows no word', at);
    case '^':
      if (!outside || !first) reading.fail('has a "^" that is not at a beginning', at);
      return { type: 'start' };
    case '$': {
      const after = reading.pieces.slice(reading.next).find((each) => each.kind !== 'blank');
      if (!outside || (after && after.text !== '|')) {
        reading.fail('has a "$" that is not at an end', at);
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
    if (open) reading.fail('goes on after a "*", which ends a word', piece.at);
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
  const forms = parted
    ? 'joins parts of a word with a sign that parts words'
    : joinForms(parts, open);
  return typeof forms === 'string' ? reading.fail(forms, at) : { type: 'word', forms };
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
function faultOf(sequence: Node[]): string | undefined {
  const words = sequence.filter(({ type }) => type !== 'start' && type !== 'end');
  if (words.length === 0) return 'is empty, or a part of it is';
  if (words.every(mayBeNothing)) return 'asks for nothing, since all of it may be left out';
  if (sequence[0]?.type === 'gap') return 'begins with a gap, and a gap stands between words';
  if (sequence.at(-1)?.type === 'gap') return 'ends with a gap, and a gap stands between words';
  return undefined;
}

function mayBeNothing(node: Node): boolean {
  return (
    node.type === 'gap' ||
    (node.type === 'either' && node.alternatives.some((each) => each.every(mayBeNothing)))
  );
}
