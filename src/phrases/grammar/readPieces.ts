/** A piece of a phrase as written: a sign of the grammar, letters and digits, or what only parts words. */
export interface Piece {
  kind: 'sign' | 'word' | 'blank' | 'wrong' | 'other';
  text: string;
  /** offset in the phrase */
  at: number;
}

const PIECES = new RegExp(
  [
    '(?<sign>\\.\\.\\.|…|[~()[\\]|^$*#¿?¡!]|[:;](?![\\p{L}\\p{N}/]))',
    // A number keeps its points and commas, as it does in a text.
    '(?<word>\\p{Nd}+(?:[.,:]\\p{Nd}+)+|[\\p{L}\\p{M}\\p{N}\\u00AD]+)',
    '(?<blank>\\s+)',
    '(?<wrong>[\\\\{}])',
    '(?<other>.)',
  ].join('|'),
  'gsu',
);

export function readPieces(source: string): Piece[] {
  return Array.from(source.matchAll(PIECES), ({ 0: text, groups, index: at }) => {
    const { sign, word, blank, wrong } = groups ?? {};
    const kind = sign ? 'sign' : word ? 'word' : blank ? 'blank' : wrong ? 'wrong' : 'other';
    return { kind, text, at };
  });
}
