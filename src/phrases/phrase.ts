import { ClauseError } from '../model/desk/clauseError.ts';
import { compile } from './grammar/compile.ts';
import { findTokens } from './grammar/findTokens.ts';
import { mayHold } from './grammar/mayHold.ts';
import type { Node } from './grammar/nodes.ts';
import { readNodes } from './grammar/readNodes.ts';
import { textTokens } from './grammar/textTokens.ts';

/** A place in a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A phrase of a rule, compiled and ready to search texts. */
export interface Phrase {
  /** as written */
  source: string;
  /** the first place in a text */
  find(text: string): Span | undefined;
  /** every place in a text, from left to right, none overlapping another */
  findAll(text: string): Span[];
}

/** A phrase has at most so many steps: at worst, each is tried at every word of a text. */
const MAX_STEPS = 1000;

const REMEMBERED = 4000;
const remembered = new Map<string, Phrase>();

/**
 * Compiles a phrase. Words are whole words; case and the accents of vowels do not count, `ñ` does.
 *
 * | written | finds |
 * | --- | --- |
 * | `poner en valor` | these words one after the other, in one part of a sentence |
 * | `palabra*` | any ending |
 * | `(a\|b c)` | one of them |
 * | `[x]`, `[x\|y]` | it, or nothing; joined to a word it is an ending: `descuento[s]`, `nuestr(o\|a)[s]` |
 * | `a ~ b` | up to three words between |
 * | `a ... b` | up to forty words between, in the same sentence |
 * | `#` | a number in digits |
 * | `¿` `?` `¡` `!` `:` | that mark; `;` is as good as `:` |
 * | `^` `$` | at the ends: the beginning and the end of the text, marks aside |
 * | `a \| b` | either phrase |
 *
 * Other signs only part words, in a phrase as in a text. The leftmost find counts, and of several that begin there the
 * longest. Time is linear in the text.
 * @throws ClauseError that says what is wrong with the phrase
 */
export function readPhrase(source: string): Phrase {
  let phrase = remembered.get(source);
  if (!phrase) {
    phrase = toPhrase(source);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(source, phrase);
  }
  return phrase;
}

function toPhrase(source: string): Phrase {
  const nodes = readNodes(source);
  const program = compile(nodes);
  if (program.steps.length > MAX_STEPS)
    throw new ClauseError({ code: 'phrase/too-much', values: { phrase: source } });
  const openings = openingsOf(nodes);
  function* places(text: string): Generator<Span> {
    if (!mayHold(text, nodes)) return;
    const read = textTokens(text);
    if (openings && !openings.some((opening) => read.line.includes(opening))) return;
    let range = findTokens(program, read, 0);
    while (range) {
      const [from, to] = range;
      yield { start: read.tokens[from]?.start ?? 0, end: read.tokens[to - 1]?.end ?? 0 };
      range = findTokens(program, read, to);
    }
  }
  return {
    source,
    find: (text) => places(text).next().value ?? undefined,
    findAll: (text) => [...places(text)],
  };
}

/** The strings with which the phrase can begin in the line of a text; undefined if it can begin with any token. */
function openingsOf(alternatives: Node[][]): string[] | undefined {
  const openings: string[] = [];
  for (const sequence of alternatives) {
    const begin = sequence.find(({ type }) => type !== 'start');
    if (begin?.type === 'word') {
      openings.push(...begin.forms.map(({ text, open }) => ` ${text}${open ? '' : ' '}`));
    } else if (begin?.type === 'mark') {
      openings.push(` ${begin.mark} `);
    } else if (begin?.type === 'either' && begin.alternatives.every(({ length }) => length > 0)) {
      const inner = openingsOf(begin.alternatives);
      if (!inner) return undefined;
      openings.push(...inner);
    } else {
      return undefined;
    }
  }
  return openings;
}
