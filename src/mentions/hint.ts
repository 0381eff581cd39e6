import type { Mention } from '../model/desk/mention.ts';
import type { Span } from '../phrases/phrase.ts';
import { primarySubtag } from '../text/primarySubtag.ts';
import { LEXICONS, type Lexicon } from './lexicons.ts';

/** Words that a denial reaches, itself not counted. */
const REACH = 3;
/** «No llega», "without water". */
const DENIED_PROMISE = -2;
/** «No es buena». */
const DENIED_PRAISE = -1;

/** Said before a word, they turn no denial into one. */
const NO_DENIAL = new Set(
  'sin embargo|sin duda|sin dudas|no obstante|no solo|no sólo|no only|not only|not just|no doubt'.split(
    '|',
  ),
);
/** Where a denial ends: «no llegó, pero…». */
const TURNS = new Set('pero sino aunque but although though yet'.split(' '));

/**
 * Whether a sentence probably speaks ill or well, by its words alone: a hint, never a verdict, and none for most
 * sentences. Weights of words are added up; a denial within three words takes a word's weight away, turns praise into
 * mild blame, and makes blame of what a service should do («no contesta»); what is fought or mended is no blame («menos
 * quejas»). Only a clear sum gives a hint, and always with the words that it is made from.
 *
 * It cannot tell at whom the blame is aimed (who fines and who is fined stand in one sentence), knows neither irony, nor
 * quotation, nor who speaks, nor any word that is not in its lists. So it is shown, with its words, and nothing is
 * counted from it: no score knows of it.
 * @param part of the text that is read
 * @param name is passed over: an «Oficina de Quejas» is no complaint
 * @param language Spanish and English are known; other languages get no hint
 */
export function hint(
  text: string,
  { part, name, language }: { part: Span; name: Span; language: string },
): Pick<Mention, 'hint' | 'words'> {
  const lexicon = LEXICONS[primarySubtag(language) ?? ''];
  if (lexicon === undefined) return {};
  const evidence = evidenceIn(text, part, name, lexicon);
  const sum = evidence.reduce((all, { weight }) => all + weight, 0);
  const words = (sign: number) =>
    [
      ...new Set(evidence.filter(({ weight }) => weight * sign > 0).map(({ shown }) => shown)),
    ].slice(0, 6);
  const strongest = (sign: number) => Math.max(0, ...evidence.map(({ weight }) => weight * sign));
  if (-sum >= lexicon.threshold && strongest(-1) >= 2)
    return { hint: 'negative', words: words(-1) };
  // Praise beside blame is no clear praise.
  if (sum >= lexicon.threshold && strongest(1) >= 2 && strongest(-1) < 2)
    return { hint: 'positive', words: words(1) };
  return {};
}

/** Words that weigh for or against. */
interface Evidence {
  weight: number;
  /** as it stands, with its denial */
  shown: string;
}

function evidenceIn(text: string, part: Span, name: Span, lexicon: Lexicon): Evidence[] {
  const evidence: Evidence[] = [];
  let denial: Reach | undefined;
  let remedy: Reach | undefined;
  let before = '';
  for (const { 0: token, index } of text.slice(0, part.end).matchAll(TOKENS)) {
    if (index < part.start || (index < name.end && index + token.length > name.start)) continue;
    const word = token.toLowerCase();
    if (!/^[\p{L}\p{N}]/u.test(token) || TURNS.has(word)) {
      denial = undefined;
      remedy = undefined;
    } else {
      if (NO_DENIAL.has(`${before} ${word}`)) denial = undefined;
      const weight = lexicon.weightOf(word);
      if (denial) {
        const shown = text.slice(denial.start, index + token.length);
        if (lexicon.isPromise(word)) {
          evidence.push({ weight: DENIED_PROMISE, shown });
          denial = undefined;
        } else if (weight > 0) evidence.push({ weight: DENIED_PRAISE, shown });
      } else if (weight > 0 || (weight < 0 && !remedy)) {
        evidence.push({ weight, shown: token });
      }
      denial = lexicon.isDenial(word) ? { start: index, left: REACH } : shortened(denial);
      remedy = lexicon.isRemedy(word) ? { start: index, left: REACH } : shortened(remedy);
    }
    before = word;
  }
  return evidence;
}

/** How far a denial or a remedy still goes. */
interface Reach {
  /** where it stands in the text */
  start: number;
  /** words */
  left: number;
}

function shortened(reach: Reach | undefined): Reach | undefined {
  return reach && reach.left > 1 ? { start: reach.start, left: reach.left - 1 } : undefined;
}

/** Words, with the apostrophes and hyphens in them, and what parts a sentence. */
const TOKENS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*|[,;:()—–]/gu;
