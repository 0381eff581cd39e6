import { onlyBeginsNames } from '../../words/weakWords.ts';
import type { Token } from './tokens.ts';

/** Words in a row that may be a phrase, gathered from all the places where they stand. */
export interface Candidate {
  stems: readonly string[];
  /** how it is written, and how often so */
  surfaces: Map<string, number>;
  /** places */
  count: number;
  /** places where each of its words is a name */
  names: number;
  /** words of the item before it */
  first: number;
  inTitle: boolean;
  inText: boolean;
}

/** Words with a stem in a phrase at most, and in a name. */
const LONGEST = 3;
const LONGEST_NAME = 4;
/** What may stand inside a name, «Bank of England», and inside any phrase, «autobús a demanda». */
const NAME_LINK = /^(?:de|del|de la|de las|de los|de el|of|of the)$/;
const LINK = /^(?:de|del|de la|de las|de los|of|of the|a|al|a la|a las|a los)$/;

/**
 * Single words, and two to four in a row that nothing parts but `de`, `of` and their like. Of a name of several words,
 * only the whole is a candidate, and each of its words.
 */
export function phrasesIn(tokens: readonly Token[]): Candidate[] {
  const found = new Map<string, Candidate>();
  let nameEnd = 0;
  for (const [start, token] of tokens.entries()) {
    if (!token.isStrong) continue;
    const inName = start < nameEnd;
    if (!inName) nameEnd = Math.max(start, ...rowsFrom(tokens, start, true));
    for (const end of rowsFrom(tokens, start, false)) {
      const row = tokens.slice(start, end);
      const isName = row.every(({ isName, stems }) => isName || stems.length === 0);
      const isPart = end > start + 1 && isName && (inName || end < nameEnd);
      const isOpening = end === start + 1 && onlyBeginsNames(token.surface.toLowerCase());
      if (!isPart && !isOpening) note(found, row, start, isName);
    }
    if (!inName && nameEnd > start + 1) {
      const name = tokens.slice(start, nameEnd);
      if (wordsIn(name) > LONGEST) note(found, name, start, true);
    }
  }
  return [...found.values()];
}

/** Where a row of strong words may end that begins at `start`. */
function rowsFrom(tokens: readonly Token[], start: number, names: boolean): number[] {
  const ends: number[] = [];
  let link = '';
  for (let at = start; at < tokens.length && ends.length < (names ? LONGEST_NAME : LONGEST); at++) {
    const token = tokens[at];
    if (!token || (at > start && !token.isJoined)) break;
    if (token.stems.length === 0) {
      link = link === '' ? token.surface : `${link} ${token.surface}`;
    } else {
      if (link !== '' && !(names ? NAME_LINK : LINK).test(link)) break;
      if (!token.isStrong || (names && !token.isName)) break;
      ends.push(at + 1);
      link = '';
    }
  }
  return ends;
}

const wordsIn = (row: readonly Token[]) => row.filter(({ stems }) => stems.length > 0).length;

function note(
  found: Map<string, Candidate>,
  row: readonly Token[],
  first: number,
  isName: boolean,
) {
  const stems = row.flatMap((token) => token.stems);
  // «Agua y agua»: one of them is a candidate already.
  if (stems.length > 1 && new Set(stems).size < stems.length) return;
  const key = stems.join(' ');
  const surface = row.map((token) => token.surface).join(' ');
  let candidate = found.get(key);
  if (candidate === undefined) {
    candidate = {
      stems,
      surfaces: new Map(),
      count: 0,
      names: 0,
      first,
      inTitle: false,
      inText: false,
    };
    found.set(key, candidate);
  }
  candidate.count++;
  if (isName) candidate.names++;
  if (row[0]?.inTitle) candidate.inTitle = true;
  else candidate.inText = true;
  candidate.surfaces.set(surface, (candidate.surfaces.get(surface) ?? 0) + 1);
}
