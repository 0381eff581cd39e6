import { isWeak } from '../../words/weakWords.ts';
import { wordsOf } from '../../words/words.ts';

/** A word where it stands. */
export interface Token {
  /** as written, without an English genitive */
  surface: string;
  /** none for a stop word; more than one for `COVID-19` */
  stems: readonly string[];
  /** may stand at an end of a phrase: no stop word, no number, no filling */
  isStrong: boolean;
  /** begins with a capital that says something: not the first of a sentence, nor one of a title in capitals */
  isName: boolean;
  /** nothing but a space stands before it, and no genitive */
  isJoined: boolean;
  inTitle: boolean;
}

interface Raw extends Token {
  low: string;
  capital: boolean;
  /** a capital here says nothing */
  blind: boolean;
}

/** The words of a title and its text, from left to right. @param max words of the text that are read */
export function tokensOf(
  { title, text, language }: { title: string; text: string; language: string },
  max: number,
): Token[] {
  const tokens = [
    ...read(title, language, true, Number.POSITIVE_INFINITY),
    ...read(text, language, false, max),
  ];
  const names = new Set(
    tokens.filter(({ capital, blind }) => capital && !blind).map(({ low }) => low),
  );
  const common = new Set(tokens.filter(({ capital }) => !capital).map(({ low }) => low));
  for (const token of tokens) token.isName = token.capital && names.has(token.low);
  for (const token of tokens) token.isStrong &&= !isWeak(token.low, language, token.isName);
  for (const [index, token] of tokens.entries()) {
    // «Ana Robles dijo»: the first word of a sentence is a name where one follows, and it is no common word.
    const next = tokens[index + 1];
    if (token.capital && !common.has(token.low) && next?.isName && next.isJoined)
      token.isName = token.isStrong;
  }
  return tokens;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’&][\p{L}\p{M}\p{N}]+)*/gu;
/** What a sentence, or a quotation, ends or begins with. */
const STOP = /[.!?…:;¿¡"“”«»\n|]/;
const GENITIVE = /['’]s$/i;
const CONTRACTION = /['’](?:t|re|ve|ll|d|m)$/i;

function read(text: string, language: string, inTitle: boolean, max: number): Raw[] {
  const tokens: Raw[] = [];
  let sentence: Raw[] = [];
  let end = 0;
  let afterGenitive = false;
  const known = new Map<string, readonly string[]>();
  const stemsOf = (surface: string) => {
    const stems = known.get(surface) ?? wordsOf(surface, language).map(({ stem }) => stem);
    known.set(surface, stems);
    return stems;
  };
  const close = () => {
    const capitals = sentence.filter(({ capital }) => capital).length;
    // Headlines that give every word a capital, and shouting.
    const blind = sentence.length > 2 && capitals > sentence.length * 0.6;
    for (const token of sentence) token.blind ||= blind;
    sentence = [];
  };
  for (const { 0: word, index } of text.normalize('NFC').matchAll(WORD)) {
    const gap = text.slice(end, index);
    const opens = tokens.length === 0 || STOP.test(gap);
    if (opens) close();
    end = index + word.length;
    const surface = word.replace(GENITIVE, '');
    const low = surface.toLowerCase();
    const stems = CONTRACTION.test(word) ? [] : stemsOf(surface);
    const token: Raw = {
      surface,
      low,
      stems,
      isStrong: stems.length > 0 && /\p{L}{2}/u.test(surface),
      isName: false,
      isJoined: !opens && /^\s?$/.test(gap) && !afterGenitive,
      inTitle,
      capital: /^\p{Lu}/u.test(surface) || /\p{Ll}\p{Lu}/u.test(surface),
      blind: opens && !/^\p{Lu}{2}/u.test(surface),
    };
    afterGenitive = surface !== word;
    tokens.push(token);
    sentence.push(token);
    if (tokens.length >= max) break;
  }
  close();
  return tokens;
}
