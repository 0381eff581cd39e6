import { foldVowels } from '../../words/words.ts';

/** A word (folded) or a mark of a text, and its place there. */
export interface Token {
  /** a folded word, one of `¿ ? ¡ !`, `.` where a sentence ends or `:` where a part of one does */
  value: string;
  isWord: boolean;
  start: number;
  end: number;
}

/** A text as phrases see it. */
export interface TextTokens {
  tokens: Token[];
  /** all values with a blank before, between and after, to look for a word in one search */
  line: string;
  /** the index of the first word among the tokens, and the index after the last word */
  firstWord: number;
  afterWords: number;
}

/** Soft hyphens and zero-width characters: they stand inside words, and nobody sees them. */
const UNSEEN = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
const NUMBER = '\\p{Nd}+(?:[.,:]\\p{Nd}+){0,6}(?![\\p{L}\\p{M}\\p{N}])';
const WORD = `[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}${UNSEEN}]*`;
const TOKEN = new RegExp(`(?<word>${NUMBER}|${WORD})|[¿?¡!.…:;]|\\n\\s*?\\n`, 'gu');
const UNSEEN_ALL = new RegExp(`[${UNSEEN}]+`, 'gu');

const REMEMBERED = 16;
const remembered = new Map<string, TextTokens>();

/**
 * Splits a text into words and marks. Blanks, commas, dashes, quotation marks, brackets and apostrophes only part words.
 * It keeps the tokens of a few texts, since many phrases are looked for in the same one.
 */
export function textTokens(text: string): TextTokens {
  let known = remembered.get(text);
  if (!known) {
    const tokens = [...readTokens(text)];
    const first = tokens.findIndex(({ isWord }) => isWord);
    known = {
      tokens,
      line: ` ${tokens.map(({ value }) => value).join(' ')} `,
      firstWord: first < 0 ? tokens.length : first,
      afterWords: tokens.findLastIndex(({ isWord }) => isWord) + 1,
    };
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, known);
  }
  return known;
}

function* readTokens(text: string): Generator<Token> {
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    const start = match.index;
    const isWord = match.groups?.word !== undefined;
    const value = isWord ? foldWord(found) : markAt(text, start, found);
    if (value) yield { value, isWord, start, end: start + found.length };
  }
}

/** A word as it is compared: without case, accents on vowels, soft hyphens and ligatures. `ñ` stays. */
export function foldWord(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, which has nothing to fold
  if (/^[\x00-\x7F]*$/.test(word)) return word.toLowerCase();
  return foldVowels(word.replace(UNSEEN_ALL, '').normalize('NFKC').toLowerCase());
}

/** What a mark ends: a sentence (`.`) or a part of one (`:`); nothing in `EE.UU.` or `example.com`, or after an abbreviation. */
function markAt(text: string, at: number, mark: string): string | undefined {
  if (mark === ':' || mark === ';')
    return /^[\p{L}\p{N}/]/u.test(text.slice(at + 1, at + 3)) ? undefined : ':';
  if (mark === '.') {
    const inside = /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3));
    const abbreviated = /(?<![\p{L}\p{N}])\p{Lu}\p{L}?$/u.test(text.slice(Math.max(0, at - 4), at));
    return inside || abbreviated ? undefined : '.';
  }
  return mark === '…' || /\s/.test(mark) ? '.' : mark;
}
